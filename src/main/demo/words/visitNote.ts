import { ageOn, type Child, type Family } from '../families/family.ts'
import type { ChildNote } from '../practice/tellNote.ts'
import type { Dice } from '../random/dice.ts'
import { childWords, observationsOf } from './childWords.ts'
import { fill, nameList } from './fill.ts'
import { adultSentences, homeSentences, nextSentences, notHeldSentences } from './visitSentences.ts'

type Visit = {
  readonly family: Family
  readonly children: readonly Child[]
  readonly day: Temporal.PlainDate
  readonly purpose: string
  readonly outcome: 'held' | 'no_access' | 'cancelled' | 'refused'
}

/** The words of a visit: one narrative for the family, and what each child said. */
export function visitNote(dice: Dice, visit: Visit): { body: string; children: readonly ChildNote[] } {
  const { family, children, day, outcome } = visit
  const adult = family.adults.find(({ livesAtHome }) => livesAtHome) ?? family.adults[0]
  const words = {
    adult: adult?.given ?? 'the parent',
    children: nameList(children.filter(child => ageOn(child, day) >= 0).map(({ given }) => given)),
    language: family.interpreter ?? '',
  }
  if (outcome !== 'held')
    return {
      body: fill(dice.pick(notHeldSentences[outcome]), words),
      children: children.map(({ id }) => ({ id, wasSeen: false })),
    }
  const trouble = dice.pick(family.troubles)
  const sentences = [
    ...(family.interpreter ? ['A {language} interpreter was with us by telephone.'] : []),
    dice.pick(homeSentences),
    dice.pick(adultSentences[trouble]),
    ...(dice.chance(0.6) ? [dice.pick(adultSentences.any)] : []),
    dice.pick(nextSentences),
  ]
  return {
    body: sentences.map(sentence => fill(sentence, words)).join(' '),
    children: children.map(child => seen(dice, child, day)),
  }
}

/** Nearly every child is seen; those old enough mostly alone. An unborn child is not a question of seeing. */
function seen(dice: Dice, child: Child, day: Temporal.PlainDate): ChildNote {
  const age = ageOn(child, day)
  const { id } = child
  if (age < 0) return { id, observations: 'Not yet born. We talked about how the pregnancy is going.' }
  if (dice.chance(0.03)) return { id, wasSeen: false, observations: dice.pick(elsewhere) }
  const alone = age >= 4 && dice.chance(0.72)
  const words = age >= 3 && dice.chance(0.7) ? childWords(dice, age) : null
  return {
    id,
    wasSeen: true,
    wasSeenAlone: alone,
    ...(!alone && { whyNotAlone: age < 4 ? 'Too young' : dice.pick(notAlone) }),
    bedroomSeen: dice.chance(0.45),
    ...(words && { ownWords: words }),
    ...(dice.chance(0.5) && { observations: observationsOf(dice, age, child.given) }),
  }
}

const notAlone = ['Wanted mum to stay', 'Asked for a sister to be there', 'Did not want to talk today']
const elsewhere = [
  'At a friend’s house.',
  'At football practice.',
  'With grandparents for the day.',
  'At a hospital appointment.',
]
