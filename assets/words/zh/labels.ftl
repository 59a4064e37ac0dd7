### 舞台、幻灯片、讲义和字幕上的文字，不属于任何单独的场景。

# 语言的自称；三字母代码（ISO 639-2）；读一个英文字母的时间里读多少个汉字，一行字幕最多多少个字；
# 以及含有汉字的字体，最好的在前。
language = 简体中文
    .code = zho
    .speed = 0.5
    .line = 20
    .fonts = Noto Serif CJK SC, Source Han Serif SC, Songti SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimSun, WenQuanYi Micro Hei, WenQuanYi Zen Hei

# 标题下的一行：哪一章，其中第几个想法（卡片上是 none）。
place = { $number ->
    [none] { $chapter }
   *[other] { $chapter } · { $number }/{ $beats }
    }

chapter-descent = 梯度下降
    .question = 网络怎样从样本中学习？
chapter-nudges = 直观理解反向传播
    .question = 一个样本希望每个权重怎样改变？
chapter-calculus = 反向传播的微积分
    .question = 代价怎样随一个权重变化？用公式来说。

# 一部影片有几章时，每章开头的卡片。
DescentOpens = { chapter-descent }
DescentOpens-the_question = { chapter-descent.question }
NudgesOpens = { chapter-nudges }
NudgesOpens-the_question = { chapter-nudges.question }
CalculusOpens = { chapter-calculus }
CalculusOpens-the_question = { chapter-calculus.question }

## 函数的名称；.the 用在函数图像上方，以及“……的斜率”之前。

activation-sigmoid = Sigmoid
    .the = Sigmoid函数
activation-tanh = tanh
    .the = tanh函数
activation-relu = ReLU
    .the = ReLU函数
activation-leaky_relu = Leaky ReLU
    .the = Leaky ReLU函数
activation-gelu = GELU
    .the = GELU函数
activation-identity = 恒等函数
    .the = 恒等函数
activation-softmax = softmax
    .the = softmax函数
cost-quadratic = 二次代价
cost-half_quadratic = 二次代价的一半
cost-mean_quadratic = 二次代价的平均
cost-cross_entropy = 交叉熵

# 公式里的文字：“实测：ΔC/Δw = …”，“1 若 z > 0，否则 0”。
rules =
    .measured = 实测：
    .predicted = 预测：
    .if = 若
    .else = 否则

## 图中的文字：每种图一条消息。

# 缩略的一列下方：还有多少神经元没有画出。
column =
    .more = 另有{ $count }个

# 一章的网络旁边：输出旁的几列，各层旁的条形。
cost-curve =
    .over = { over-examples }
    .across = 旋钮的位置

standing-network =
    .shows = 现在
    .should = 目标
    .wish = 愿望
    .updates = 更新次数
    .longest = 最长的条：{ NUM($longest, like: 3, sign: "never") }
    .longest_short = 最长：{ NUM($longest, like: 3, sign: "never") }
    .at_most = ≤ { NUM($longest, like: 3, sign: "never") }
    .effect = 影响
    .slope = 斜率
    .sum = 加权和
    .output = 输出
    .asked = { $classes ->
        [1] 对它的愿望
       *[other] 对它的愿望，累加
    }
    .asked_by = 输出{ $output }的愿望
    .asked_by_two = 上：{ $upper }，下：{ $lower }

# 网络对各个样本的回答，写在上方。
asked =
    .answer = 回答

# 连线的颜色和粗细表示什么；“最粗”之后是它的权重。
edges =
    .signs = 连线：[正](edge_up)，[负](edge_down)，
    .widest = 最粗
sum-table =
    .longest = 最长

# 很小的 delta 的条形下方。
deltas =
    .larger = 放大{ $times }倍

# 数字方格下方：满格表示多少，颜色表示什么。
layer-grids =
    .square = 满格：
    .within = 属于
    .signs = （蓝：大于0，橙：小于0）
    .left_out = { $rows ->
        [0] 有{ $columns }列没有画出
       *[other] { $columns ->
            [0] 有{ $rows }行没有画出
           *[other] 有{ $rows }行、{ $columns }列没有画出
        }
    }

# 相加的两个数下方：“经 t”，即经过另一个结点；以及“直接”。
small-graph =
    .by = 经
    .directly = 直接

path-table =
    .product = 乘积

measured =
    .nudge = 实测，微调{ NUM($epsilon, short: 6) }

worked-costs =
    .updates = 更新次数
    .tens = 更新次数，每格十倍

# 从一个权重到代价的路径上的各个因子：它是什么，属于哪一类。
factor-bias = 偏置直接计入
    .kind = { factor-before.kind }
factor-before = { neuron-named }的{ $neuron_kind ->
    [pixel] 值
    [named] 值
    [input] 值
   *[hidden] 激活值
    }
    .kind = 传来的值
factor-weight = 通向{ neuron-named }的权重
    .kind = 下一个权重
factor-slope = { neuron-named }处{ $curve }的斜率
    .kind = { $curve }的斜率
factor-shared = { $function }：{ neuron-named }，对{ $own ->
    [yes] 自身的和
   *[no] { $other }的和
    }
    .kind = { $function }
factor-cost = 代价，对{ neuron-named }
    .kind = 代价怎样响应

# 输出相互关联时路径的终点：经过哪个输出的和，止于哪个输出的激活值。
path-sum = z { $class }
path-activation = a { $class }

# 在纸上和终端里，对不起作用的权重的说明。
weight-idle = { $state ->
    [carries_nothing] 它传来的是0：改变这个权重不起任何作用。
   *[flat] 它的神经元在此处是平的：稍微改变这个权重不起任何作用。
    }
