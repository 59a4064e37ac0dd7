### Words that stand on the stage, in decks, handouts and subtitles, and belong to no single scene.

# The line under a title: chapter, and which of its ideas is told ("none" on a card).
place = { $number ->
    [none] { $chapter }
   *[other] { $chapter } · { $number } of { $beats }
    }

chapter-descent = Gradient descent
    .question = How does a network learn from examples?
chapter-nudges = Backpropagation, intuitively
    .question = What does an example want of every weight?
chapter-calculus = Backpropagation calculus
    .question = How does the cost answer to one weight, in formulas and numbers?

# The cards that open a chapter in a film of several.
DescentOpens = { chapter-descent }
DescentOpens-the_question = { chapter-descent.question }
NudgesOpens = { chapter-nudges }
NudgesOpens-the_question = { chapter-nudges.question }
CalculusOpens = { chapter-calculus }
CalculusOpens-the_question = { chapter-calculus.question }
