### 打印出来的：讲义，附一步手算的学习。

handout = 神经网络怎样学习
    .given = { $solutions ->
        [yes] 解答
       *[no] {""}
    }
    .about = 在{ $data }上的一个{ $sizes }网络：讲了什么，以及一步手算的学习。
    .version = 版本{ $version }
    .solutions = 版本{ $version } · 解答

# 影片上传时贴在下面的文字；影片的标题就是各章和讲义的标题。
upload =
    .about = 这部影片里的每个数都读自一次训练的记录：在{ $data }上的一个{ $sizes }网络。
    .chapters = 章节
    .subtitles = 字幕

# 所说的内容旁边：“更新 3 次后”的代价。
numbers-said =
    .after = 更新{ $updates }次后

## 一步手算的学习，各节依次为：

by-hand = 手算：学习一步
    .forward = 前向：网络说了什么？
    .cost = 代价：错得有多厉害？
    .backward = 反向：代价怎样响应每个神经元？
    .step = 走一步：什么改变，改变多少？
    .again = 走完这一步，再前向一次

# 各表的列标题。
by-hand-columns =
    .sum = 加权和
    .derivative = 导数
    .put-in = 代入数值
    .now = 现在
    .after = 现在 [- space eta dot](math) 导数

# 其间的文字；“＿＿＿”处填数。
by-hand-says =
    .network = 这个网络有{ $inputs }个输入{ $hidden ->
        [0] {""}
       *[other] 、{ $hidden }个隐藏层神经元
    }和{ $outputs }个输出。权重 [w_(j k)^((l))](math) 从神经元 [k](math) 通向第 [l](math) 层的神经元 [j](math)；编号都从0开始。{ $functions ->
        [one] 神经元的函数是 { $value }，
       *[two] 隐藏层神经元的函数是 { $value }，输出的函数是 { $value_out }，
    }学习率 [eta = { NUM($eta, short: 6) }](math)。
    .step = { $rule ->
        [same] {""}
       *[plainer] 这一步是普通的梯度下降，不论课程中的网络按什么规则学习。
    }{ $learned ->
        [all] {""}
       *[weights] 只改变权重；偏置保持不变。
    }
    .exercise = 取四位小数。用舍入后的数继续计算，最后一位可能相差一或二。
    .solutions = 各数只舍入一次，保留四位小数。若印出的数不能恰好算出下一个数，就写 [approx](math)。
    .how-back = 从输出层开始；隐藏层要用到它的 [delta](math)。{ by-hand-says.of-each }
    .how-back-one = { by-hand-says.of-each }
    .of-each = { $functions ->
        [one] 对每个神经元，{ $slope }，
       *[two] 对隐藏层神经元，{ $slope }；对输出，{ $slope_out }；对所有神经元，
    }[delta = sigma'(z) dot partial C \/ partial a](math)。
    .question = 代价原来是＿＿＿，现在是＿＿＿。它下降了吗？
    .answer = 代价{ COMPARE($after, $before) ->
        [less] 下降了：
       *[other] 没有下降：
    }从{ NUM($before, decimals: 4) }到{ NUM($after, decimals: 4) }。
    .course = 前{ $steps }步，每步之后的代价依次为{ $costs }。
    .end = { $updates }步之后，代价为{ NUM($end, figures: 2) }。

# 浏览器里的幻灯片：它自己的按键，以及找不到影片时的说明。
deck =
    .toggle = 播放、暂停或重新播放
    .again = 再次播放这一步
    .home = 从第一张幻灯片开始
    .captions = 显示或隐藏字幕
    .missing = 这里缺少一段影片：请解压整个压缩包，并把文件夹{ $folder }放在本页旁边。

# 浏览器中按键列表和演讲者窗口所说的内容。
reveal =
    .keys = 按键
    .key = 按键
    .does = 作用
    .next = 下一张幻灯片或下一步
    .previous = 上一张幻灯片或上一步
    .whole = 按整张幻灯片前进，不分步
    .ends = 第一张或最后一张幻灯片
    .blank = 黑屏并暂停
    .overview = 所有幻灯片
    .fullscreen = 全屏
    .jump = 跳到某张幻灯片
    .speaker = 打开演讲者窗口
    .loading = 正在寻找幻灯片……
    .upcoming = 接下来
    .time = 时间
    .reset = 点击从 0 开始
    .notes = 备注
    .layout = 布局
    .default = 默认
    .wide = 宽
    .tall = 高
    .notes-only = 只有备注

# 备注中数字的名称，后面跟着它的符号：代价 C，激活值 a3。
shown-number =
    .cost = 代价
    .activation = 激活值
    .sum = 加权和
    .weight = 权重
    .bias = 偏置
    .input = 输入
    .target = 目标
    .derivative = 导数
    .effect = 影响
    .delta = 德尔塔
    .steps = 已更新次数
    .accuracy = 没见过的样本答对的比例
    .right = 训练样本答对的比例
    .unseen_cost = 没见过的样本的平均代价
    .components = 梯度中的数的个数
    .zero = 其中恰好为0的个数
    .step-C_all = 走完整一步后的代价 C
    .step-C_most = 少数走一步后的代价 C
    .step-C_others = 其余走一步后的代价 C
    .components-size = 分量的大小
    .components-step = 微调 −∂C/∂w
    .data-running = 至今的平均代价
    .data-unseen_y = 没见过的样本的目标
    .figure-costs_so_far = 至今平均的代价个数
    .figure-cost_added_up = 至今的和
    .figure-parameters = 权重与偏置的个数
    .figure-right_at_first = 训练前答对的个数
    .figure-epochs_until_half = 答对一半所需的轮数
    .learning-right = 答对的个数
    .line-first_w = 训练前的权重 w
    .line-first_C = 训练前的代价 C
    .memory-epochs = 轮数
    .memory-true_right = 答对的比例，真标签
    .memory-true_unseen = 没见过的样本答对的比例，真标签
    .memory-shuffled_right = 答对的比例，打乱的标签
    .memory-shuffled_unseen = 没见过的样本答对的比例，打乱的标签
    .neuron-products = 权重乘输入
    .neuron-running = 至今的和
    .boundary-neurons = 神经元的编号
    .plane-length = 梯度的长度
    .plane-path_C = 下山路上的平均代价 C
    .mean_C = 平均代价 C
    .terms-gap = 差距
    .tested-wrong_x = 认错的输入
    .wider-own = 没见过的样本答对的比例
    .wider-share = 没见过的样本答对的比例，更宽的网络
    .batches-sizes = 批量中的样本数
    .batches-updates = 已更新次数
    .figure-asked_so_far = 已询问的样本数
    .figure-pulling_up = 希望调高的个数
    .figure-pulling_down = 希望调低的个数
    .one-most = 占长度平方十分之九的个数
    .only-said = 没见过的样本中这样回答的比例
    .paths-batch = 小批量中的样本数
    .paths-full_C = 代价 C，谨慎者
    .paths-full_examples = 询问过的样本数，谨慎者
    .paths-full_seconds = 秒，谨慎者
    .paths-mini_C = 代价 C，急躁者
    .paths-mini_examples = 询问过的样本数，急躁者
    .paths-mini_seconds = 秒，急躁者
    .sensitivity-change_C = 代价 C 的变化
    .tugs-mean = 平均微调
    .tugs-so_far = 至今的平均微调
    .figure-run_of = 切线向右的距离
    .figure-rise_of = 切线上升的距离
    .figure-updates_at_rates = 已更新次数
    .graph-values = 节点的值
    .slopes-error = 误差 a − y
    .several-mean_dC_dw = 平均导数 ∂C/∂w
    .several-mean_dC_db = 平均导数 ∂C/∂b
    .measured_dC_da = 测得的导数 ∂C/∂a
    .measured_dC_dw = 测得的导数 ∂C/∂w
    .threads-far_z = 远处的加权和 z
    .threads-far_a = 远处的激活值 a
    .threads-far_C = 远处的代价 C
    .threads-ratio_dz_dw = z 的变化与 w 的变化之比
    .threads-ratio_da_dz = a 的变化与 z 的变化之比
    .threads-ratio_dC_da = C 的变化与 a 的变化之比
    .wishes-table = 一条路径的乘积

# 接在影片或幻灯片前后的内容。
film =
    .intro = 片头
    .outro = 片尾
