### 声音读出的文字，以及为朗读者打印的文字。

# 符号和数学的读法。
aloud =
    .minus = 负
    .plus = 加
    .equals = 等于
    .about = 约等于
    .times = 乘以
    .over = 比
    .prime = 撇
    .partial = 偏
    .layer = 上标
    .letter-a = a

# nudge script 打印的内容：标题，以及各列的名称。
script = 朗读的文字
    .cue = 录音
    .seconds = 秒：朗读 / 影片
    .says = 句子
