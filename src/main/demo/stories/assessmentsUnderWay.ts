import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Change, Fact } from '../chronicle/tables.ts'
import type { County } from '../county/county.ts'
import type { Child, Family } from '../families/family.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { type AdultPart, aged, ago, type CastList, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/**
 * Three assessments: five siblings near the last day, one that waits for the manager, and one that was returned and handed in
 * again, with versions to compare.
 */
export const assessmentsUnderWay: Story = (teller, county) => {
  const five = tellOne(teller, county, {
    ...home('Ravensgill', ['Orla', 'Fergus', 'Niamh', 'Tad', 'Bea'], teller, 56),
    received: 55,
    texts: { purpose: 'What do five children need while their mother recovers?' },
    of: child => ({
      child_view:
        child.given === 'Orla' ? 'I make the breakfasts. I would like to sleep in on Sundays.' : null,
    }),
    handedIn: [],
  })
  const waiting = tellOne(teller, county, {
    ...home('Fenhollow', ['Martha', 'Silas'], teller, 40),
    received: 38,
    texts: whole,
    of: done,
    handedIn: [{ on: ago(teller, 2), returned: null }],
  })
  const again = tellOne(teller, county, {
    ...home('Quernmoor', ['Hattie', 'Rufus', 'Edie'], teller, 48),
    received: 46,
    texts: whole,
    of: done,
    handedIn: [
      {
        on: ago(teller, 9),
        returned: {
          on: ago(teller, 8),
          reason: 'Say what the school sees, and what happens if nothing changes.',
        },
      },
      { on: ago(teller, 3), returned: null },
    ],
    rewritten: {
      on: ago(teller, 5),
      analysis:
        'Bryony’s low mood explains the missed mornings. The school sees the children hungry on three mornings of five. With help in the mornings they are safe at home; without it they will miss more school.',
    },
  })
  const children = [five, waiting, again].flatMap(family => family.children)
  return { open: children.length, people: children.length + 3 }
}

const whole = {
  purpose: 'Why do the children miss school, and what would help?',
  history: 'A referral three years ago about the same worry, closed with early help.',
  family_and_environment: 'A rented house in good order. Grandmother lives near and helps at weekends.',
  parenting: 'Warm and patient; mornings are hard when Bryony has not slept.',
  strengths: 'The children are loved and say so.',
  worries: 'Missed mornings, missed breakfasts.',
  what_needs_to_happen: 'Someone in the house on school mornings\nA doctor’s appointment for Bryony',
  analysis:
    'Bryony’s low mood explains the missed mornings. With help in the mornings the children are safe at home.',
  safety_now: 6,
}

const done = ({ given }: Child): Partial<Fact<'assessment'>> => ({
  health_and_development: `${given} is well and grows as expected.`,
  strengths: `${given} likes school.`,
  worries: 'Tired and hungry on some mornings.',
  what_needs_to_happen: 'Breakfast every day.',
  child_view: 'I want mum to feel better.',
  outcome: 'child_in_need',
  outcome_reason: 'Mornings will not mend without help; the family wants it.',
})

type Told = {
  readonly list: CastList
  readonly received: number
  readonly texts: Partial<Fact<'joint_assessment'>>
  of(child: Child): Partial<Fact<'assessment'>>
  readonly handedIn: readonly {
    readonly on: Temporal.PlainDate
    readonly returned: { readonly on: Temporal.PlainDate; readonly reason: string } | null
  }[]
  readonly rewritten?: { readonly on: Temporal.PlainDate; readonly analysis: string }
}

function home(
  familyName: string,
  given: readonly string[],
  teller: Teller,
  known: number,
): { readonly list: CastList } {
  const mother: AdultPart = {
    given: 'Bryony',
    sex: 'F',
    born: aged(teller, 34),
    part: 'mother',
    atHome: true,
  }
  return {
    list: {
      familyName,
      known: ago(teller, known),
      troubles: ['neglect'],
      home: {
        label: 'Family home',
        lines: `${given.length} ${familyName} Rise\nAldermere`,
        postcode: 'ZZ99 3AS',
      },
      children: given
        .map((name, place) => ({
          given: name,
          sex: place % 2 === 0 ? 'F' : 'M',
          born: aged(teller, 11 - 2 * place, place),
          school: place < 3 ? 'primary' : undefined,
        }))
        .map(({ school, ...part }) => ({
          ...part,
          sex: part.sex === 'F' ? 'F' : 'M',
          ...(school === 'primary' ? { school } : {}),
        })),
      adults: [mother],
    },
  }
}

function tellOne(teller: Teller, county: County, told: Told): Family {
  const family = castFamily(teller, county, told.list)
  const jointId = teller.dice.id()
  const outline = outlined(teller, family, {
    kind: 'assessed',
    received: told.received,
    source: '2A',
    need: 'N5',
    authorised: -40,
    closed: -200,
  })
  const course = outline.assessment
    ? { ...outline, assessment: { ...outline.assessment, joint: { id: jointId, of: told.of } } }
    : outline
  const [first] = told.handedIn
  const changes: Change<'joint_assessment'>[] = told.handedIn.flatMap(({ on, returned }) => [
    [at(on, '16:00'), { status: 'submitted' }] as const,
    ...(returned ? [[at(returned.on, '11:00'), { status: 'open' }] as const] : []),
  ])
  const { rewritten } = told
  const startedOn = course.assessment?.startedOn ?? course.decidedOn
  teller.chronicle.tell(
    'joint_assessment',
    at(startedOn, '10:35'),
    {
      ...told.texts,
      id: jointId,
      family_id: family.id,
      person_ids: family.children.map(({ id }) => id),
      status: 'open',
      version: 1,
    },
    ...(rewritten
      ? [[at(rewritten.on, '14:00'), { analysis: rewritten.analysis, version: 2 }] as const]
      : []),
    ...changes,
  )
  const lead = personaOf(county, 'socialWorker')
  const telling = tellEpisode(teller, county, family, course, { busyness: 1, team: firstTeam(county), lead })
  const [mother] = family.adults
  if (mother && first)
    teller.chronicle.tell('assessment_view', at(startedOn, '15:00'), {
      id: teller.dice.id(),
      joint_id: jointId,
      adult_id: mother.id,
      words: 'I am tired all the time. I would like someone here before school.',
      heard_on: startedOn,
      version: 1,
    })
  tellHandingIn(teller, county, { jointId, family, told, teamId: telling.team.id, leadId: lead.id })
  return family
}

function tellHandingIn(
  teller: Teller,
  county: County,
  of: {
    readonly jointId: Uuid
    readonly family: Family
    readonly told: Told
    readonly teamId: Uuid
    readonly leadId: Uuid
  },
): void {
  const manager = personaOf(county, 'teamManager')
  for (const { on, returned } of of.told.handedIn)
    teller.chronicle.tell(
      'approval',
      at(on, '16:00'),
      {
        id: teller.dice.id(),
        kind: 'assessment',
        subject_id: of.jointId,
        person_ids: of.family.children.map(({ id }) => id),
        team_id: of.teamId,
        submitted_by: of.leadId,
        submitted_at: at(on, '16:00'),
        remark: 'Ready for you to read.',
        version: 1,
      },
      ...(returned
        ? [
            [
              at(returned.on, '11:00'),
              {
                outcome: 'returned',
                reason: returned.reason,
                decided_by: manager.id,
                decided_at: at(returned.on, '11:00'),
                version: 2,
              },
            ] as const,
          ]
        : []),
    )
}
