import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Change, Fact } from '../chronicle/tables.ts'
import type { County } from '../county/county.ts'
import type { Child, Family } from '../families/family.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { type CastList, castFamily } from './stage.ts'
import { firstTeam, personaOf } from './story.ts'

/** An assessment of a family's children together, and how far it has come. */
export type JointStory = {
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

/** Tells of the assessment and of the episode around it. */
export function tellJoint(teller: Teller, county: County, told: JointStory): Family {
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
  const { assessment } = outline
  if (assessment === null) throw new Error('It was outlined with an assessment')
  const course = { ...outline, assessment: { ...assessment, joint: { id: jointId, of: told.of } } }
  const about = { jointId, family, told, startedOn: assessment.startedOn }
  tellTexts(teller, about)
  const lead = personaOf(county, 'socialWorker')
  const { team } = tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead,
  })
  if (told.handedIn.length > 0) tellMothersView(teller, about)
  tellHandingIn(teller, county, { ...about, teamId: team.id, leadId: lead.id })
  return family
}

type About = {
  readonly jointId: Uuid
  readonly family: Family
  readonly told: JointStory
  readonly startedOn: Temporal.PlainDate
}

function tellTexts({ chronicle }: Teller, { jointId, family, told, startedOn }: About): void {
  const { rewritten } = told
  const changes: Change<'joint_assessment'>[] = told.handedIn.flatMap(({ on, returned }) => [
    [at(on, '16:00'), { status: 'submitted' }] as const,
    ...(returned ? [[at(returned.on, '11:00'), { status: 'open' }] as const] : []),
  ])
  chronicle.tell(
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
}

function tellMothersView({ chronicle, dice }: Teller, { jointId, family, startedOn }: About): void {
  const [mother] = family.adults
  if (mother)
    chronicle.tell('assessment_view', at(startedOn, '15:00'), {
      id: dice.id(),
      joint_id: jointId,
      adult_id: mother.id,
      words: 'I am tired all the time. I would like someone here before school.',
      heard_on: startedOn,
      version: 1,
    })
}

function tellHandingIn(
  teller: Teller,
  county: County,
  of: About & { readonly teamId: Uuid; readonly leadId: Uuid },
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
