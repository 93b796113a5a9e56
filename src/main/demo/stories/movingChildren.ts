import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { County, Team } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { inNeed } from './inNeed.ts'
import { ago } from './stage.ts'
import { firstTeam } from './story.ts'

/** Another area's team asks North 1 to take over a boy who has moved; nobody has answered. */
export function moved(teller: Teller, county: County): number {
  const from = otherTeam(county)
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Wrensbeck',
    street: 'Pewter Street',
    given: [{ name: 'Ansel', sex: 'M', years: 6 }],
    areaIndex: from.areaIndex ?? 0,
    plan: 120,
  })
  tell(course, from)
  const [ansel] = course.children
  if (!ansel) throw new Error('Ansel was cast')
  ask(teller, {
    personId: ansel.id,
    from,
    to: firstTeam(county),
    days: 3,
    handover:
      'Ansel and his mother have lived in Aldermere since the autumn and mean to stay. The plan works; the next review is agreed with the new school. He likes to be told the day before that somebody comes.',
    answer: null,
  })
  return 1
}

/** North 1 asked another team, which said no: the family moved back. */
export function stays(teller: Teller, county: County): number {
  const to = otherTeam(county)
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Hazelgarth',
    street: 'Cockle Steps',
    given: [{ name: 'Tabitha', sex: 'F', years: 5 }],
    plan: 160,
  })
  tell(course)
  const [tabitha] = course.children
  if (!tabitha) throw new Error('Tabitha was cast')
  ask(teller, {
    personId: tabitha.id,
    from: firstTeam(county),
    to,
    days: 20,
    handover:
      'Leonie moved to her sister’s for the summer term. Tabitha has a place at the school there from Monday.',
    answer: {
      outcome: 'refused',
      reason: 'The family is back in Aldermere, and the place at the school was given up.',
    },
  })
  return 1
}

function otherTeam(county: County): Team {
  const [, other] = county.safeguarding
  if (!other) throw new Error('The county has one safeguarding team only')
  return other
}

type Asked = {
  readonly personId: Fact<'transfer'>['person_id']
  readonly from: Team
  readonly to: Team
  readonly days: number
  readonly handover: string
  readonly answer: Pick<Fact<'transfer'>, 'outcome' | 'reason'> | null
}

function ask(teller: Teller, { personId, from, to, days, handover, answer }: Asked): void {
  const asked = at(ago(teller, days), '11:20')
  const decided = at(ago(teller, days - 2), '09:50')
  const id = teller.dice.id()
  teller.chronicle.tell(
    'transfer',
    asked,
    {
      id,
      person_id: personId,
      moves_id: teller.dice.id(),
      from_team_id: from.id,
      to_team_id: to.id,
      handover,
      moves_on: ago(teller, days - 14),
      requested_by: from.manager.id,
      requested_at: asked,
    },
    ...(answer ? [[decided, { ...answer, decided_by: to.manager.id, decided_at: decided }] as const] : []),
  )
}
