/** Something that an assessment lacks. */
export type Missing = {
  /** `needed` bars handing in: the law or a return asks for it. `advice` does not. */
  readonly weight: 'needed' | 'advice'
  readonly text: string
  /** The part that mends it, after the assessment's own address. */
  readonly part: string
}

/** What is looked at, in plain facts. */
export type Checked = {
  readonly purpose: boolean
  readonly history: boolean
  readonly family: boolean
  readonly analysis: boolean
  readonly rated: boolean
  readonly shared: boolean
  /** After the last day, and nobody has said why. */
  readonly lateUnexplained: boolean
  readonly overdueCheckpoints: readonly number[]
  readonly children: readonly {
    readonly personId: string
    readonly name: string
    readonly isUnborn: boolean
    readonly heard: boolean
    readonly findings: boolean
    readonly factors: number
    readonly outcome: boolean
    readonly reason: boolean
    readonly seen: boolean
    readonly seenAlone: boolean
    readonly needs: number
  }[]
  readonly adults: readonly {
    readonly personId: string
    readonly name: string
    readonly mustBeHeard: boolean
    readonly heard: boolean
  }[]
}

const needed = (text: string, part: string): Missing => ({ weight: 'needed', text, part })
const advice = (text: string, part: string): Missing => ({ weight: 'advice', text, part })

/**
 * What is missing, what is needed first. Needed are the voices of each child and parent or the reason there are none, an
 * analysis and an outcome with its reason (Working Together 2023, chapter 3), and the factors (children in need census, N00181).
 */
export function missingFrom(checked: Checked): readonly Missing[] {
  const all = [
    ...checked.children.flatMap(childMissing),
    ...checked.adults.flatMap(adultMissing),
    ...(checked.analysis ? [] : [needed('The analysis is not written', '/parts/analysis')]),
    ...(checked.lateUnexplained ? [needed('It is later than the 45th working day: say why', '/late')] : []),
    ...(checked.purpose ? [] : [advice('What the assessment must answer is not written', '/parts/purpose')]),
    ...(checked.history ? [] : [advice('Nothing of the past is brought in', '/parts/purpose')]),
    ...(checked.family ? [] : [advice('Family, home or parenting is not written', '/parts/family')]),
    ...(checked.rated ? [] : [advice('How safe the children are now is not rated', '/parts/analysis')]),
    ...checked.overdueCheckpoints.map(day =>
      advice(`The checkpoint of working day ${day} has not been held`, ''),
    ),
    ...(checked.shared ? [] : [advice('It is not yet shared with the family', '/copies')]),
  ]
  return all.toSorted((one, other) => Number(one.weight === 'advice') - Number(other.weight === 'advice'))
}

function childMissing(child: Checked['children'][number]): readonly Missing[] {
  const own = `/children/${child.personId}`
  return [
    ...(child.heard
      ? []
      : [needed(`${child.name}: neither what the child says nor why there is nothing`, own)]),
    ...(child.factors > 0
      ? []
      : [needed(`${child.name}: no factor is ticked, nor “No factors found”`, '/factors')]),
    ...(child.outcome ? [] : [needed(`${child.name}: no outcome`, '/outcomes')]),
    ...(child.outcome && !child.reason
      ? [needed(`${child.name}: no reason for the outcome`, '/outcomes')]
      : []),
    ...(child.findings
      ? []
      : [advice(`${child.name}: nothing is written of health, strengths or worries`, own)]),
    ...(child.isUnborn || child.seen
      ? []
      : [advice(`${child.name} has not been seen since the referral`, '/seen')]),
    ...(child.isUnborn || !child.seen || child.seenAlone
      ? []
      : [advice(`${child.name} has not been seen alone since the referral`, '/seen')]),
    ...(child.needs > 0 ? [] : [advice(`${child.name}: no need is recorded`, '/needs')]),
  ]
}

function adultMissing({ personId, name, mustBeHeard, heard }: Checked['adults'][number]): readonly Missing[] {
  if (heard) return []
  const text = `${name}: neither their views nor why they have not been heard`
  return [mustBeHeard ? needed(text, `/views/${personId}`) : advice(text, `/views/${personId}`)]
}
