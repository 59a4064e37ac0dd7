### “直观理解反向传播”一章说的话：每个场景一条消息（标题和标签），每个节拍一条。

## N1：一个回答，以及造成它的旋钮

TheQuestion = 哪些旋钮该负责？
    .one_of = { $count }个之一
    .lower = [调低？](down)
    .higher = [调高？](up)
TheQuestion-the_example = 把{ an-example }输入{ network-shown }。
TheQuestion-the_answer = { $outputs_are ->
    [one] 一个输出回答两个类别：{ NUM($a_label, decimals: 2) }。对类别{ $star_class }，它应为{ $y_label }。
    [numbers] 输出[{ $label }](focus)为{ NUM($a_label, decimals: 2) }，应为{ NUM($y_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ；输出{ $loudest }为{ NUM($a_loudest, decimals: 2) }
    }。
   *[classes] { COMPARE($a_label, $a_loudest) ->
    [more] { $came_from ->
        [brought] { "" }
       *[drawn] { $updates ->
            [0] 碰巧，
           *[other] { "" }
        }
    }输出[{ $label }](focus)响应最强：{ NUM($a_label, $a_loudest, apart: 2) }。但输出{ $loudest }也有{ NUM($a_loudest, $a_label, apart: 2) }。
    [same] 输出[{ $label }](focus)为{ NUM($a_label, decimals: 2) }，输出{ $loudest }与它同样强。
   *[less] 响应最强的是输出{ $loudest }：{ NUM($a_loudest, $a_label, apart: 2) }。但正确的是[{ $label }](focus)，它只有{ NUM($a_label, $a_loudest, apart: 2) }。
    }
    }
TheQuestion-the_dials = 这个回答出自{ $count }个旋钮，即网络的权重和偏置。其中哪些该负责？
TheQuestion-the_flare = { $wanted ->
    [nothing] 答案：一个也没有。对这个样本，无论哪个旋钮，稍稍转动都不改变什么。很快就能说出为什么。
   *[something] 对这个样本：[蓝色](up)调高，[橙色](down)调低，线越粗，调得越多。到最后就能读懂它。
    }

## N2：梯度中的一个数说明什么

Sensitivity = 一次只转一个旋钮
    .cost_of = 全体的[代价](cost)
    .examples = { $examples }个样本
    .weight = 权重
    .first = { $wiggled ->
        [one] 它
       *[two] A
    }
    .second = B
    .to_one = { NUM($ratio, decimals: 0) }比1
    .lit = { $kind ->
        [row] 输入不为0的占
       *[image] 像素亮着的占
    }
    .share = { PCT($share) }
Sensitivity-the_first = 取{ $weights }个权重中的{ $wiggled ->
    [one] 一个。转动它
   *[two] 两个。转动A
    }：[代价](cost)，即网络{ over-examples }错得有多厉害，{ $first ->
    [moves] 随之变化
   *[rests] 一动不动
    }。
Sensitivity-the_second = { $wiggled ->
    [one] { SIGN($slope) ->
        [zero] 此刻，凡是输入远离0的权重，都是如此。
       *[other] 此处没有别的权重，既有远离0的输入，又有不为0的数。
    }
   *[two] 把B转动同样多：代价{ $second ->
        [rests] 一动不动。
        [barely] 几乎不动，{ NUM($ratio, decimals: 0) }比1。B正是为此挑选的。
        [less] 动得少些。
       *[as_well] 也随之变化。
    }
    }
Sensitivity-where_it_is_dark = { $inputs_are ->
    [named] { $wiggled ->
        [one] 它的输入{ $first_input }在{ PCT($first_lit) }的样本中不为0。输入为0时，转动不起作用。
       *[two] { $whose ->
            [one_input] 二者都始于{ $first_input }，它在{ PCT($first_lit) }的样本中不为0。不同的是通向代价的路径。
           *[other] A的输入{ $first_input }在{ PCT($first_lit) }的样本中不为0；B的输入{ $second_input }，在{ PCT($second_lit) }中不为0。{ $whose ->
                [as_often] 不同的是数值的大小，以及通向代价的路径。
               *[other] 为0的输入什么也不改变。
            }
        }
    }
    [input] { $wiggled ->
        [one] 它的输入在{ PCT($first_lit) }的样本中不为0。输入为0时，转动不起作用。
       *[two] { $whose ->
            [one_input] 二者都始于同一个输入，它在{ PCT($first_lit) }的样本中不为0。不同的是通向代价的路径。
            [as_often] 两个输入都在{ PCT($first_lit) }的样本中不为0。不同的是数值的大小，以及通向代价的路径。
           *[other] A的输入在{ PCT($first_lit) }的样本中不为0，B的输入在{ PCT($second_lit) }中不为0。为0的输入什么也不改变。
        }
    }
   *[pixel] { $wiggled ->
        [one] 它的像素在{ PCT($first_lit) }的样本中是亮的。像素暗时，转动不起作用。
       *[two] { $whose ->
            [one_input] 二者都始于同一个像素，它在{ PCT($first_lit) }的样本中是亮的。不同的是通向代价的路径。
           *[other] { $whose ->
                [oftener] 原因之一：
               *[other] 并非因为不够亮：
            }A的像素在{ PCT($first_lit) }的样本中是亮的，B的像素在{ PCT($second_lit) }中是亮的。暗的像素什么也不改变。
        }
    }
    }
Sensitivity-what_it_says = 梯度说明[代价](cost)对每个权重有多敏感，以及朝哪个方向。微调与它相反：往下走。

## N3、N4：一个样本对输出的愿望

OutputNudges = 这一个样本的愿望
    .longest = 最长
OutputNudges-the_example = 取{ an-example }和{ network-shown }。
OutputNudges-the_outputs = { $outputs_are ->
    [one] 一个输出回答两个类别。它现在是{ NUM($a_label, decimals: 2) }。
    [numbers] 输出[{ $label }](focus)现在是{ NUM($a_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ，输出{ $loudest }现在是{ NUM($a_loudest, decimals: 2) }
    }。
   *[classes] { what-comes-out }：输出[{ $label }](focus)为{ NUM($a_label, decimals: 2) }，{ and-or-but }输出{ $loudest }为{ NUM($a_loudest, decimals: 2) }。
    }
OutputNudges-the_target = { $outputs_are ->
    [one] 对类别[{ $star_class }](focus)，它应为{ $y_label }。
    [numbers] 输出[{ $label }](focus)应为{ NUM($y_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ，其余各数都有自己的目标
    }。
   *[classes] 输出[{ $label }](focus)应为1，其余都应为0。
    }
OutputNudges-the_wishes = { $outputs_are ->
    [one] 输出
   *[classes] 输出[{ $label }](focus)
    }{ SIGN($wish) ->
    [positive] 应当[{ light-up }](up)
    [negative] 应当[{ dim-down }](down)
   *[zero] 已符合目标
    }{ $classes ->
    [1] { "" }
   *[other] ，{ $the_rest ->
    [down] 其余应当[变暗](down)
    [up] 其余应当[增大](up)
    [both] 其余应当各自靠近目标
   *[none] { $coupling ->
        [shared] 其余会由softmax自行变暗
       *[own] 其余已符合目标
    }
    }
    }。
OutputNudges-the_near_and_the_far = { $classes ->
    [1] 箭头
   *[other] 每个箭头
    }是一个愿望，等于{ $judged_by ->
    [squares] 误差的两倍
    [half_squares] 误差
    [mean_square] 误差的两倍除以输出的个数
   *[each] 代价会随之下降的速率
    }{ $classes ->
    [1] ：{ NUM($wish, decimals: 2, sign: "always") }。
   *[other] { $the_rest ->
    [none] 。{ $judged_by ->
        [label] 这种代价只看输出{ $label }：其余输出没有自己的愿望。
       *[each] 只有输出{ $label }有愿望：其余输出都在目标上。
    }
   *[other] 。输出{ $least }的愿望最小，输出{ $most }的愿望最大。
    }
    }

## N5：撬动一个输出的三种杠杆

ThreeLevers = 撬动一个输出的三种杠杆
    .cost = 代价
    .bias = 偏置
    .weight = 权重
    .neuron = 神经元
    .nudge = 微调
    .wish = 愿望
    .of_bias = 偏置
ThreeLevers-one_output = 取输出[{ $label }](focus)。它现在是{ NUM($a_label, decimals: 2) }，应为{ $outputs_are ->
    [numbers] { NUM($y_label, decimals: 2) }
   *[classes] { $y_label }
    }。有三种杠杆可以{ SIGN($by_bias) ->
    [zero] 移动
   *[other] { SIGN($wish) ->
        [positive] 提高
       *[negative] 降低
    }
    }它。
ThreeLevers-the_bias = 第一，它的偏置{ SIGN($by_bias) ->
    [zero] 。此刻这个神经元是平的：稍稍转动不改变什么，偏置的微调为0。
   *[other] ：稍稍调高它，[代价](cost)就会{ SIGN($by_bias) ->
        [positive] 下降
       *[negative] 上升
    }，速率为{ NUM($by_bias, $by_weights, $by_activations, like: 3, sign: "never") }。这就是它的微调：{ SIGN($by_bias) ->
        [positive] [调高](up)
       *[negative] [调低](down)
    }。
    }
ThreeLevers-a_bright_weight = 第二，来自一个{ $activations ->
    [bright] 亮的
   *[signed] 远离0的
    }神经元的权重：同样的转动，作用是偏置的{ NUM($a_bright, decimals: 2, sign: "never") }倍{ SIGN($a_bright) ->
    [negative] ，方向相反
   *[other] { "" }
    }。
ThreeLevers-a_dark_weight = { $before ->
    [1] 输出[{ $label }](focus)之前只有这一个神经元。它若更暗，其权重的作用就更小。
   *[other] 来自{ $activations ->
        [bright] 一个{ $darkest ->
            [dark] 暗的
           *[dimmer] 较暗的
        }
       *[signed] 最接近0的
    }神经元的权重：同样的转动，{ SIGN($a_dark) ->
        [zero] 毫无作用
       *[other] 作用只有偏置的{ NUM($a_dark, decimals: 2, sign: "never") }倍{ SIGN($a_dark) ->
            [negative] ，方向相反
           *[other] { "" }
        }
    }。
    }
ThreeLevers-an_activation = 第三，前一层的一个神经元{ $classes ->
    [1] ：调高它，输出{ SIGN($weight) ->
        [positive] 就会提高
        [negative] 就会降低
       *[zero] 并不改变
    }，因为二者之间的权重是{ NUM($weight, decimals: 2) }。
   *[other] 。它牵动所有输出：对输出[{ $label }](focus)有利的，仍可能使[代价](cost)上升。
    }
ThreeLevers-locked = 但神经元是锁住的：它由前面的一切决定。输出[{ $label }](focus)只能许愿，所以我们必须往回走。

## N6：谁的权重起作用

BangForTheBuck = 它的所有权重，一起来看
    .widest = 最粗的连线：微调{ NUM($widest, $by_weights, $by_activations, like: 3, sign: "never") }
    .brightness = { $activations ->
        [bright] 亮度
       *[signed] 激活值
    }
    .nudge = 微调
    .likeness = * 原话说的是真正激发的脑细胞；这里输出{ $label }{ SIGN($effect) ->
    [positive] 只是应当如此
   *[negative] 恰恰不应如此
    }
BangForTheBuck-all_at_once = 现在看输出[{ $label }](focus)的所有权重{ SIGN($effect) ->
    [zero] 。此刻它是平的：偏置的微调为0，它的权重都不起作用。
   *[other] ：每个微调等于偏置的微调{ NUM($effect, $by_weights, $by_activations, like: 3, sign: "always") }，乘以相应神经元的{ $activations ->
        [bright] 亮度
       *[signed] 激活值
    }。
    }
BangForTheBuck-one_line = { SIGN($effect) ->
    [zero] 微调全都是0，无论神经元显示什么。
   *[other] { $activations ->
        [bright] 亮度加倍
       *[signed] 离0的距离加倍
    }，作用也加倍：{ $before ->
        [1] 它落在一条过原点的直线上。
       *[other] 它们都落在同一条过原点的直线上。
    }
    }
BangForTheBuck-fire_together = { SIGN($effect) ->
    [zero] 所以它的权重都不必改变，无论神经元显示什么。
   *[other] 如果一个神经元{ $activations ->
        [bright] 很亮
       *[signed] 远离0
    }，而输出[{ $label }](focus){ $coupling ->
        [shared] 的加权和应当{ SIGN($effect) ->
            [positive] 增大
           *[negative] 减小
        }
       *[own] 应当{ SIGN($wish) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }，权重就{ $activations ->
        [bright] { SIGN($effect) ->
            [positive] [增大](up)得最多：一同激发，连在一起。*
           *[negative] [减小](down)得最多：一同激发，连在一起，只是反过来。*
        }
       *[signed] 改变得最多：一同激发，连在一起。*
    }
    }

## N7：一个输出对前一层的愿望

PreviousLayer = 一个输出回头看
    .product = { NUM($effect, decimals: 3, sign: "always") } × { NUM($weight, decimals: 3) } = { NUM($product, decimals: 3, sign: "always") }
PreviousLayer-the_neurons_before = 输出[{ $label }](focus)不能直接设定：它由前一层的{ $before ->
    [1] 那个神经元决定。它对那个神经元有什么愿望？
   *[other] { $before }个神经元决定。它对它们有什么愿望？
    }
PreviousLayer-one_product = { SIGN($effect) ->
    [zero] 此刻它是平的：它的愿望一点也传不过去，无论权重是多少，沿连线传回的都是0。
   *[other] { $coupling ->
        [shared] 经softmax，所有愿望合起来留给它的加权和{ NUM($effect, decimals: 3, sign: "always") }
       *[own] 它的愿望{ NUM($wish, decimals: 2, sign: "always") }经过曲线，留下{ NUM($effect, decimals: 3, sign: "always") }
    }，这就是它的影响。沿一条连线传回的，是它乘以连线的权重：{ NUM($product, decimals: 3, sign: "always") }。
    }
PreviousLayer-the_wishes = { SIGN($effect) ->
    [positive] 权重为正，希望[更亮](up)；权重为负，希望[更暗](down)；权重越大，愿望越强
    [negative] 权重为正，希望[更暗](down)；权重为负，希望[更亮](up)；权重越大，愿望越强
   *[zero] 没有愿望：此刻它是平的，无论前一层怎样，它都保持不变
    }。
PreviousLayer-another_opinion = 输出[{ $other }](focus){ SIGN($effect_of_other) ->
    [zero] 此刻是平的。无论同样这{ $before ->
        [1] 个
       *[other] 些
    }神经元怎样，它都保持不变。
   *[other] { $coupling ->
        [shared] 需要加权和{ SIGN($effect_of_other) ->
            [positive] 增大
           *[negative] 减小
        }
       *[own] 应当{ SIGN($effect_of_other) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }：同样这{ $before ->
        [1] 个
       *[other] 些
    }神经元，凡权重为正，它就希望{ SIGN($effect_of_other) ->
        [positive] [更亮](up)
       *[negative] [更暗](down)
    }。
    }

## N8：一个愿望的结果

WishAndEffect = 一个愿望，以及它的结果
    .enlarged = 最后一层的权重 × { $factor }
WishAndEffect-only_its_sum = 能移动的只有输出的加权和，{ $curve ->
    [shared] 所有输出都随之移动
   *[own] 输出沿着自己的曲线随之移动
    }。
WishAndEffect-what_comes_of_them = { $curve ->
    [shared] 有了softmax，每个加权和都牵动所有输出，因为它们分享总和1。所有愿望合起来留给一个加权和的，就是对它的影响
    [levels] 曲线在{ $lowest }和{ $highest }附近几乎是平的：愿望乘以斜率，就是对加权和的影响
    [rectified] 曲线在0以下是平的：愿望乘以斜率，就是对加权和的影响
    [leaking] 曲线在0以下几乎是平的：愿望乘以斜率，就是对加权和的影响
    [straight] 输出一步一步跟着走：愿望乘以斜率，就是对加权和的影响
   *[bending] 要看曲线在那里有多陡：愿望乘以斜率，就是对加权和的影响
    }{ $of_a_sum ->
    [simple] ；对这种代价，它就是 [y - a](math)
   *[through_the_slope] { "" }
    }。
WishAndEffect-larger_weights = { $told ->
    [nobody] 这里没有哪个输出既错得厉害又难以移动，最后一层的权重变为{ $factor }倍也没有。
   *[one] { $factor ->
        [1] { "" }
       *[other] 设最后一层的权重变为{ $factor }倍。
    }输出[{ $stuck }](focus)为{ NUM($a, decimals: 2) }，愿望为{ NUM($wish, decimals: 2, sign: "always") }{ $of_a_sum ->
        [simple] ，而影响仍为{ SIGN($its_effect) ->
            [zero] 0
           *[other] { NUM($its_effect, decimals: 3, sign: "always") }
        }：输出越难移动，这种代价的愿望就越强
       *[through_the_slope] ：在平坦处，影响{ SIGN($its_effect) ->
            [zero] 为0
           *[other] 只有{ NUM($its_effect, decimals: 3, sign: "always") }
        }
    }。
    }

## N9：所有输出的愿望累加起来

SumOfWishes = 愿望往回传，并且累加
    .agreed = { $agreement ->
    [wholly] 意见一致
    [mostly] 大体一致
   *[partly] 留下大半
    }
    .quarrelled = 意见不一
    .sum = 总和
    .one_scale = 二者比例相同
    .product = { NUM($most_asked, decimals: 3, sign: "always") } × { NUM($slope, decimals: 3) } = { NUM($its_effect, decimals: 3, sign: "always") }
SumOfWishes-all_speak = { $voices ->
    [none] { $classes ->
        [1] 输出本该说出愿望；但此刻它是平的，没有谁发言。
       *[other] 各个输出本该依次说出愿望，并且累加；但此刻它们都是平的，没有谁发言。
    }
   *[some] { $classes ->
        [1] 现在输出发言：一波愿望往回传。每个神经元旁边，是输出对它的愿望。
       *[other] 现在全部{ $classes }个输出发言，一波接着一波。每个神经元旁边，对它的愿望首尾相接，累加起来。
    }
    }
SumOfWishes-agree_and_quarrel = { $told_of ->
    [nothing] 所以此刻，这一个样本对整个这一层没有任何愿望。
    [one] 多数意见一致之处，愿望越积越大，这里达到{ NUM($most_asked, decimals: 2, sign: "always") }；意见不一之处，愿望相互抵消。
   *[two] 多数意见一致之处，愿望越积越大：这里达到{ NUM($most_asked, decimals: 2, sign: "always") }。意见不一之处，愿望相互抵消：那里剩下{ NUM($quarrel, decimals: 2, sign: "always") }。
    }
SumOfWishes-through_the_slopes = { $told_of ->
    [nothing] 什么也没有，就始终什么也没有，无论斜率如何。
   *[some] 每个总和就是神经元的愿望：它的曲线在那里的斜率让多少通过，影响就是多少。
    }

## N10：每一层的愿望，一直回到最初的权重

BackAgain = 再往回传，直到第一层的权重
    .strongest = 最强的微调{ NUM($strongest, like: 2, sign: "always") }
BackAgain-each_turns = { $hidden ->
    [1] 前面若还有一层，也会同样被提出愿望。这里前面只剩输入。
   *[other] 现在，{ $before ->
        [1] 这个神经元
       *[other] 这{ $before }个神经元都
    }转向前一层，提出愿望。同样的事，往前一层再做一次{ $hidden ->
        [2] { "" }
       *[other] ，又一次，直到第一层
    }：愿望累加，再乘以斜率。
    }
BackAgain-backpropagation = 隐藏层的神经元没有目标，只有愿望，一层一层往回传：[反向传播](focus)。
BackAgain-on_one_scale = 用同一比例来看{ $fading ->
    [fade] ，愿望逐渐减弱
   *[come] { "" }
    }：在输出处最大为{ NUM($there, like: 2, sign: "never") }，{ $fading ->
    [nothing] 但此刻没有任何愿望传回来。
   *[come] 在第一层为{ NUM($here, like: 2, sign: "never")}。
    }
BackAgain-the_first_weights = { SIGN($effect) ->
    [zero] 此刻第一层是平的，对它的权重没有任何愿望。
   *[other] { $inputs_are ->
        [numbers] { $neurons ->
            [1] 这个神经元的权重得到这些微调
           *[other] 这个神经元的权重得到本层最大的微调
        }：每个都与其输入成正比
       *[pixels] 这个神经元的{ $inputs }个权重，按像素排列：每个微调是影响乘以像素，所以像素亮的地方就{ SIGN($effect) ->
            [positive] [调高](up)
           *[negative] [调低](down)
        }
    }。
    }

## N11：一个样本的整个梯度

EveryWeight = 一个样本对每个权重的愿望
    .effect = 影响 { NUM($effect, decimals: 3, sign: "always") }
    .carried = × 传来的值 { NUM($carried, decimals: 2) }
    .nudge = = 微调 { NUM($nudge, decimals: 2, sign: "always") }
    .widest = 最粗的连线{ NUM($edge, like: 2, sign: "never") }，最粗的圆圈{ NUM($rim, like: 2, sign: "never") }
    .components = 个微调
    .zero = 个恰好为0
    .most = 个贡献下降的{ PCT($share, decimals: 0) }
EveryWeight-one_weight = 在每个权重处，愿望留下一个微调：神经元的影响乘以传来的值。
EveryWeight-every_weight = 它对每个权重的愿望，[调高](up)或[调低](down){ COMPARE($components, $zero) ->
    [same] ：此刻什么也没有。
   *[more] ；对每个偏置的愿望，是圆圈。
    }
EveryWeight-many_and_few = 合在一起，就是它的[代价](cost)的负梯度。{ COMPARE($components, $zero) ->
    [same] 此刻全都是0：从这个样本学不到什么。
   *[more] { $zero ->
        [0] 没有一个是0。
       *[other] { $zero }个恰好为0{ $dark_inputs ->
            [none] { "" }
            [all] ：它们的
            [most] ，大多因为
           *[some] ，有些因为
        }{ $dark_inputs ->
            [none] { "" }
           *[some] { $kind ->
                [row] 输入为0
               *[image] 像素是暗的
            }
        }。
    }走一小步，{ $most ->
        [1] 单是最大的一个就
       *[other] 最大的{ $most }个
    }贡献下降的{ PCT($share, decimals: 0) }。
    }

## N11：只听一个类别的网络

OnlyOneClass = 如果只有一个类别能发言
    .updates_made = 只用{ OnlyOneClass.those }更新的次数：
    .share = { $unseen }个没见过的样本中，回答为[{ $star_class }](focus)的比例：
    .those = { $kind ->
    [handwritten] 手写的[{ $star_class }](focus)
   *[row] { of-its-class }
    }
OnlyOneClass-before = 假设只有{ OnlyOneClass.those }能发言。这里是{ $shown ->
    [all] 每个
   *[some] 几个
    }类别各一个样本，以及对它的回答{ $at_first ->
        [same] ：全都相同
       *[differ] { "" }
    }。
OnlyOneClass-after = 现在只用{ OnlyOneClass.those }来训练。
OnlyOneClass-everything_is_that_class = { $answers ->
    [as_before] 对全部{ $unseen }个没见过的样本，回答以前就是[{ $star_class }](focus)，现在仍然是。
    [all] 更新{ $since }次后，全部{ $unseen }个没见过的样本都被答为[{ $star_class }](focus){ COMPARE($updates, $since) ->
        [more] ，更新{ $updates }次后依然如此
       *[same] { "" }
    }。所以每个类别都必须能发言。
   *[some] 回答为[{ $star_class }](focus)的比例从{ NUM($first, decimals: 2) }变为{ NUM($last, decimals: 2) }。更新{ $updates }次后，也就如此。
    }

## N12：每个样本，以及所有愿望的平均

EveryExample = 每个样本都有发言权
    .up = 个希望[调高](up)
    .down = 个希望[调低](down)
    .asked = 个已询问
    .mean = 平均
    .widest = 对{ $examples }个样本取平均：[调高](up)，[调低](down)；最粗的连线{ NUM($edge, like: 2, sign: "never") }，最粗的圆圈{ NUM($rim, like: 2, sign: "never") }
EveryExample-one_weight = 取一个权重，它{ $where ->
    [to_an_output] 通往{ output-itself }
   *[between] 连接两个隐藏层的神经元
    }。{ star-itself }{ SIGN($tug) ->
    [zero] 不希望微调它
   *[other] 希望把它{ SIGN($tug) ->
        [positive] [调高](up)
       *[negative] [调低](down)
    }：这就是所希望的微调
    }。
EveryExample-every_example = 依次询问{ COMPARE($examples, $asked) ->
    [more] { $examples }个样本中的{ $asked }个
   *[same] 全部{ $examples }个样本
    }。每个都留下自己的微调：{ $up }个希望[调高](up)，{ $down }个希望[调低](down)。
EveryExample-the_balance = 那条线是它们的平均，它停了下来：{ $left ->
    [little] 大部分相互抵消，所剩无几。
    [nothing] 此刻谁也没有愿望。
   *[much] 这就是所有样本合起来对它的愿望。
    }
EveryExample-the_same_for_all = 每个权重和偏置都是如此：取平均的是微调，绝不是激活值。合在一起，就是[代价](cost)的负梯度。

## N13：一次几个样本

MiniBatches = 一次只取几个样本
    .dealt = 每个方块是一个样本；{ COMPARE($count, $drawn) ->
    [more] { $count }个小批量中的{ $drawn }个
   *[same] 全部都已分好
    }
    .all = 全部{ $examples }个
    .how_drawn = 只有与“全部”的夹角有意义
    .plotted = 每个小批量一个点，[中位数](focus)
    .first = [{ $size }个](focus)：第一个小批量
    .updates = 次更新
    .size = 样本数
    .away = 与全部的夹角
    .none = 无
    .turns = 起初{ NUM($middle_first, decimals: 0) }°，更新{ $updates }次后{ NUM($middle_last, decimals: 0) }°
MiniBatches-shuffle_and_deal = 每走一步都询问全部{ $examples }个，工作量很大：{ $asked ->
    [unknown] 可以
    [all] 可以
   *[other] 于是
    }把它们打乱，{ $size ->
    [1] 一次只取一个
   *[other] 分成小批量，每批{ $size }个
    }。
MiniBatches-one_step_each = { $gradient ->
    [flat] 此刻网络是平的：没有一个梯度指出方向，走一步也离不开这里。
    [all_flat] 每个小批量本可走一步，但此刻最先的几个是平的：它们的梯度为0。
   *[rough] 每个小批量{ $asked ->
        [unknown] 可以
        [all] 可以
       *[other] { "" }
    }走一步。此刻，前{ $firsts }个梯度{ $zeros ->
        [0] { "" }
       *[other] 中有{ $zeros }个为0，其余的
    }与全体的梯度相差{ $angles ->
        [several] { NUM($nearest, decimals: 0) }°到
       *[one] { "" }
    }{ NUM($farthest, decimals: 0) }°。
    }
MiniBatches-how_many = { $more ->
    [flat] 无论取多少样本，都是如此。
   *[always] 样本更多，{ $more ->
        [always] 就更接近
       *[in_the_end] 最终会更接近
    }，但十倍的样本就是十倍的工作量。
    }
MiniBatches-the_fan_opens = { $course ->
    [one_moment] 这一刻如此，而记录下来的也只有这一刻。
    [flat] 有的时刻，最初或最后，这些梯度全都是0。
    [opens] 随着学习，扇面张开：[中位数](focus){ MiniBatches.turns }。
    [closes] 随着学习，扇面收拢：[中位数](focus){ MiniBatches.turns }。
   *[stays] 随着学习，扇面宽窄大致不变：[中位数](focus){ MiniBatches.turns }。
    }{ $course ->
    [one_moment] { "" }
    [flat] { "" }
   *[other] { $uphill ->
        [some] 超过直角，就是上坡。
       *[none] { "" }
    }
    }

## N14：谨慎的下山者与急躁的下山者

TwoWalkers = 谨慎的下山者与急躁的下山者
    .contours = { $whole }个样本的[代价](cost)，从{ NUM($lowest, $highest, like: 2) }到{ NUM($highest, $lowest, like: 2) }等距分级
    .start = 起点
    .full = 每步全部{ $whole }个
    .mini = 每步{ $batch }个
    .asked = 询问过的样本数
    .examples = 询问过的样本数，每格十倍
    .seconds = 秒，在此机器上
    .cost = 真实[代价](cost)
    .errs = { $map ->
    [errs] 路线离开了这个平面：最差处图上为{ NUM($on_the_map, $in_truth, apart: 2) }，真实[代价](cost)为{ NUM($in_truth, $on_the_map, apart: 2) }
   *[right] 两条路线所到之处，地图精确到三位小数
    }
    .right = { $unseen }个没见过的样本中答对
    .share = { PCT($share, decimals: 0) }
    .of_start = 起点处
    .of_full = 谨慎者
    .of_mini = 急躁者
    .of_trained = 训练之后
TwoWalkers-the_landscape = 从上方看[代价](cost)，取权重空间中的一个平面：线密处陡，没有线处平。
TwoWalkers-the_race = 谨慎的下山者每走一步，询问全部{ $whole }个样本。急躁的只问{ $batch ->
    [1] 一个
   *[other] { $batch }个
    }{ $way ->
    [staggers] ，走得跌跌撞撞
   *[straight] { "" }
    }：同时已走{ $steps }步。
TwoWalkers-the_careful_walker = { $end ->
    [nowhere] 这次急躁的毫无进展：询问过{ $asked }个样本之后，[代价](cost)为{ NUM($low, decimals: 3) }。
    [lower] 谨慎的询问过{ $asked_by_the_careful }个样本，还不如急躁的询问过{ $asked }个时低。
   *[as_low] { $careful ->
        [1] 只这一步，谨慎的
       *[other] 谨慎的
    }询问过{ $asked_by_the_careful }个样本后，降到{ $end ->
        [as_low] 同样低
       *[about_as_low] 大致同样低
    }。急躁的询问过{ $asked }个。
    }{ $time ->
    [less_in_seconds] 按秒计算，差距要小些。
   *[as_much] { "" }
    }
TwoWalkers-how_good = { $good ->
    [not_yet] 同样低，还不等于同样好：{ $unseen }个没见过的样本，急躁的答对{ PCT($mini_right, decimals: 0) }，全部训练之后答对{ PCT($trained_right, decimals: 0) }。
   *[as_good] { $unseen }个没见过的样本，急躁的下山者现在答对{ PCT($mini_right, decimals: 0) }，在起点时答对{ PCT($start_right, decimals: 0) }。
    }

## N15：走一步，再从头来

AgainAndAgain = 走一步，再从头来
    .mean_of_all = { $asked ->
    [all] 全部的平均
    [one] 一个的微调
   *[several] { $batch }个的平均
    }：{ NUM($mean, $star, $before, like: 3, sign: "always") }
    .star_alone = 单独{ star-plain }：{ NUM($star, $mean, $before, like: 3, sign: "always") }
    .running = { $heading ->
        [scaled] ÷ 通常大小
       *[velocity] + 此前的
    }：{ NUM($nudge, $star, $before, like: 3, sign: "always") }
    .step = { NUM($before, $mean, like: 4) } + { NUM($eta, short: 2) } × { $heading ->
        [slope] 平均
       *[other] 上值
    }
    .new_weight = 新权重：[{ NUM($after, $mean, like: 4) }](focus)
    .its_cost = 它的[代价](cost)
AgainAndAgain-one_step = { $heading ->
    [scaled] Adam把每个微调除以其通常大小，使任何权重的移动都不会远超{ NUM($eta, short: 2) }
    [velocity] 每个权重按其微调加上此前微调的一部分移动，这里乘以{ NUM($eta, short: 2) }
   *[slope] 每个权重按其微调移动，这里乘以{ NUM($eta, short: 2) }
    }。微调{ $asked ->
    [all] 是全部样本的平均
    [one] 来自一个样本
   *[several] 是{ $batch }个样本的平均
    }{ $star_and_mean ->
    [against] ；单独{ star-itself }却往相反方向拉
    [agrees] ，{ star-itself }也同意
   *[nothing] { "" }
    }。
AgainAndAgain-the_moment_is_gone = 走完这一步，一切都已过时。于是重新计算：前向，反向，走一步。
AgainAndAgain-the_outputs_sharpen = { $outputs_are ->
    [numbers] { this-thing }的输出[{ $label }](focus)
   *[classes] 还是{ star-itself }
    }{ $course ->
    [dark_then_light] 。先是所有输出变暗，因为大多数都应如此；然后输出{ $label }亮起来，达到{ NUM($a_then, decimals: 2) }
   *[otherwise] ，看整个训练：更新{ $updates_then }次，从{ NUM($a_first, decimals: 2) }到{ NUM($a_then, decimals: 2) }
    }{ $course ->
    [dark_then_light] { "" }
   *[other] ，{ $outputs_are ->
        [classes] { $at_last ->
            [right] 是所有输出中最强的
            [shared] 与别的输出一样强
            [wrong] 但输出{ $loudest }更强
           *[none] 但别的输出更强
        }
        [numbers] 应为{ NUM($y_label, decimals: 2) }
       *[one] 应为{ $y_label }
    }
    }。

## N16：全貌

WholeOfIt = 全貌
    .of_cost = 平均[代价](cost)
    .of_accuracy = 没见过的：答对
    .of_right = 答对
    .of_unseen_cost = 没见过的：[代价](cost)
WholeOfIt-what_came_of_it = { $asked ->
    [all] 这个循环就是整个程序，梯度下降
    [unknown] 这样的循环就是整个程序，无论每一步按什么规则走
   *[several] 这个循环就是整个程序，随机梯度下降
    }{ $rule ->
        [momentum] ，带动量
        [adam] ，按Adam走步
       *[sgd] { "" }
    }：往下走，走向某个局部极小值。[代价](cost)从{ NUM($cost_first, decimals: 3) }{ COMPARE($cost_first, $cost_last) ->
    [more] 降到
   *[less] 变为
    }{ NUM($cost_last, decimals: 3) }{ $judged ->
    [accuracy] ；没见过的样本答对{ PCT($right, decimals: 1) }
    [right] ；它自己的样本答对{ PCT($right, decimals: 1) }
    [unseen_cost] ，没见过的样本的代价变为{ NUM($right, decimals: 3) }
   *[none] { "" }
    }。
WholeOfIt-what_it_was_made_of = 没有人告诉它任何规则，只给了它{ $examples }个{ $outputs_are ->
    [numbers] 样本和相应的数
   *[classes] { $kind ->
        [handwritten] 由人标注的样本
       *[other] 带答案的样本
    }
    }{ $epochs ->
    [0] { "" }
    [1] ，每个看一遍
    [2] ，每个看两遍
   *[other] ，每个看{ $epochs }遍
    }。
WholeOfIt-the_first_question = 回到最初的回答：{ $count }个旋钮中哪些该负责，各自该往哪边转？现在可以读懂了。
WholeOfIt-what_comes_next = 每个回答都是沿着这样的路径传回来的，一个因子接一个因子。它们怎样相乘，就是链式法则：见下一章。
