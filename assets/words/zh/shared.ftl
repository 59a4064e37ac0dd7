### 几条消息共用的短语；其中的事实来自引用它们的消息。
###
### 用语，一物一词：
###   activation         激活值                 mini-batch         小批量
###   answer             回答                   network            网络
###   bias               偏置                   nudge              微调（不是 fine-tuning）
###   bright, dark       亮，暗                 output             输出
###   chain rule         链式法则               path               路径
###   cost               代价                   rim                圆圈（神经元的边）
###   derivative         导数                   slope              斜率
###   dial               旋钮                   step, update       步，更新
###   edge               连线                   target, goal       目标
###   effect             影响（对加权和的）     to answer (cost)   响应
###   epoch              轮                     unseen             没见过的
###   example            样本                   walker             下山者
###   flat               平                     weight             权重
###   gradient           梯度                   weighted sum       加权和
###   hidden layer       隐藏层                 what it carries    传来的值
###   input              输入                   wish, wants        愿望，希望
###   layer              层                     learning rate      学习率
###   lever              杠杆                   loudest            响应最强
###   mean, average      平均                   neuron             神经元
###
### 标点用全角；汉字与数字、字母之间不加空格，间距由排版程序处理；与 (math) 公式之间加空格。输出称为“输出 2”，不用“它”以外的代词。

# “取{ an-example }”：样本是什么，有类别时带上类别。
an-example = { $outputs_are ->
    [numbers] { $kind ->
        [row] 一个样本
       *[image] 一幅图像
    }
   *[classes] { $kind ->
        [handwritten] 一个手写的{ of-its-class }
        [image] 一幅{ of-its-class }
       *[row] 一个{ of-its-class }
    }
    }

# “2”，“类别为cat的图像”，“类别为setosa的样本”。
of-its-class = { $kind ->
    [handwritten] [{ $star_class }](focus)
    [image] 类别为[{ $star_class }](focus)的图像
   *[row] 类别为[{ $star_class }](focus)的样本
    }

# “这个2”，“这个类别为setosa的样本”。
star-itself = { $outputs_are ->
    [numbers] { this-thing }
   *[classes] { $kind ->
        [image] 这幅
       *[row] 这个
    }{ of-its-class }
    }

# 同上，更短，不带颜色。
star-plain = { $kind ->
    [handwritten] 这个{ $star_class }
   *[row] { this-thing }
    }

this-thing = { $kind ->
    [row] 这个样本
   *[image] 这幅图像
    }

# 有几个输出时，一个输出的称呼。
output-itself = { $classes ->
    [1] 输出
   *[other] 输出{ $output }
    }

# 应当变大或变小的输出会怎样。
light-up = { $outputs_are ->
    [classes] 变亮
   *[other] 增大
    }

dim-down = { $outputs_are ->
    [classes] 变暗
   *[other] 减小
    }

network-shown = { $updates ->
    [0] { $came_from ->
        [brought] 原样拿来的网络
       *[drawn] 一个什么都还没学的网络
    }
   *[other] 更新{ $updates }次之后的网络
    }

thing = { $kind ->
    [row] 样本
   *[image] 图像
    }

# 激活函数的名称，由事实 $function 给出。
function-name = { $function ->
    [sigmoid] { activation-sigmoid }
    [tanh] { activation-tanh }
    [relu] { activation-relu }
    [leaky_relu] { activation-leaky_relu }
    [gelu] { activation-gelu }
    [softmax] { activation-softmax }
   *[identity] { activation-identity }
    }

# “输出2为0.31，但”：记录中的第一个网络对这个样本的回答。
what-comes-out = { $answer ->
    [right] { $came_from ->
        [brought] 回答是对的
       *[drawn] { $updates ->
            [0] 回答碰巧对了
           *[other] 回答是对的
        }
    }
   *[wrong] { $came_from ->
        [brought] 回答是错的
       *[drawn] { $updates ->
            [0] 回答毫无意义
           *[other] 回答是错的
        }
    }
    }

and-or-but = { $answer ->
    [right] 而
   *[wrong] 但
    }

over-examples = 在{ $examples }个样本上

# 众多神经元中的一个怎样称呼。
neuron-named = { $neuron_kind ->
    [pixel] 第{ INDEX($row) }行第{ INDEX($column) }列的像素
    [named] { $input }
    [input] 输入{ INDEX($neuron) }
    [output] 输出{ $class }
   *[hidden] 第{ INDEX($layer) }层神经元{ INDEX($neuron) }
    }
