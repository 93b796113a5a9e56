import { sql } from 'kysely'
import { type NoticeKind, readNotice, takeNotice } from '#modules/partners'
import { type Database, serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'

type Named = {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly nhsNumber: string | null
}
type Sent = {
  readonly kind: NoticeKind
  readonly time: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What the police told on the county's last evening, kept and read as it is when they send it: docs/demo.md names each. */
export async function writePartnerNotices(
  database: Database,
  sealer: Sealer,
  { teller: { today }, county }: { readonly teller: Teller; readonly county: County },
): Promise<void> {
  const [school] = county.agencies.schools
  const lead = personaOf(county, 'safeguardingLead').id
  const pupil = await asLateStoryteller(database, work => pupilOf(work, lead))
  if (school === undefined || pupil === null) return
  const evening = today.subtract({ days: 1 })
  const sentBy = personaOf(county, 'policePartner').id
  await database.as(serviceActor('listener'), 'messages', async work => {
    for (const { kind, time, body } of told(pupil, school.id, at(evening, '19:40').toString())) {
      const taken = await takeNotice(work, sealer, {
        kind,
        body,
        sender: { organisationId: county.agencies.police.id, sentBy },
        receivedAt: at(evening, time),
      })
      if (taken.kind === 'refused') throw new Error(`The police’s ${kind} would have been refused`)
      const bytes = Buffer.from(JSON.stringify({ kind, body }))
      await readNotice(work, { id: taken.messageId, bytes })
      await sql`update app.message_work set state = 'done', tries = 1, ended_at = clock_timestamp() where message_id = ${taken.messageId}`.execute(
        work.db(),
      )
    }
  })
}

/** The child whose plan the school's safeguarding lead leads. */
async function pupilOf(work: Work, lead: Uuid): Promise<Named | null> {
  const { rows } = await sql<Named>`
    select n.given, n.family, p.date_of_birth::text as born, h.value as "nhsNumber"
    from allocation a join person p on p.id = a.person_id join person_name n on n.person_id = p.id and n.is_main
      left join person_identifier h on h.person_id = p.id and h.kind = 'nhs_number'
    where a.worker_id = ${lead} and a.ended_on is null order by a.started_on, p.id limit 1`.execute(work.db())
  return rows[0] ?? null
}

const told = (pupil: Named, schoolId: Uuid, happenedAt: string): readonly Sent[] => [
  {
    kind: 'encompass',
    time: '22:50',
    body: {
      policeReference: 'DEMO/4471',
      child: pupil,
      schooling: 'school',
      schoolId,
      happenedAt,
      place: 'Her home',
      wasPresent: 'yes',
      childsVoice: 'I put my headphones on and stayed with the owls in my book.',
      circumstances:
        'Neighbours heard shouting. A door was broken. Nobody was hurt, and her uncle left with officers.',
    },
  },
  {
    kind: 'police_notification',
    time: '23:10',
    body: {
      policeReference: 'DEMO/4472',
      happenedAt,
      place: 'The railway station',
      grading: 'medium',
      isDanger: 'no',
      children: [{ given: 'Juniper', family: 'Sallowmead', born: '2013-02-11', nhsNumber: null }],
      whatHappened:
        'Found alone at the station late in the evening with a new telephone. She would not say who gave it to her.',
    },
  },
  {
    kind: 'marac',
    time: '23:25',
    body: {
      policeReference: 'DEMO/4473',
      victim: { given: 'Ottilie', family: 'Wrensford', born: null },
      perpetrator: { given: 'Garrick', family: 'Wrensford', born: null },
      children: [{ given: 'Linnet', family: 'Wrensford', born: '2019-09-30', nhsNumber: null }],
      dashScore: 17,
      why: 'He has found her twice since she moved, and has said that he will again.',
    },
  },
]
