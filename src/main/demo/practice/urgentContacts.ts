import type { County } from '../county/county.ts'
import { aged } from '../stories/stage.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'
import { adult, type ContactOutline, child } from './contactOutline.ts'

/** Danger in two ways, a partner’s referral with what another agency knows, and one that nobody has rated. */
export function urgentContacts(teller: Teller, county: County): readonly ContactOutline[] {
  const police = personaOf(county, 'policePartner')
  const nurse = personaOf(county, 'healthVisitor').id
  const night = personaOf(county, 'dutyWorker').id
  const manager = personaOf(county, 'dutyManager').id
  const { agencies } = county
  const [school] = agencies.schools
  return [
    {
      received: [1, '21:40'],
      contact: {
        channel: 'public_form',
        source: '1B',
        worries: 'Shouting every night, and now the little boy is on the step in his pyjamas.',
        is_danger: true,
        danger: 'He has been outside for an hour. I can hear things being broken.',
      },
      people: [child('Kit', 'Larkrise', null, { date_of_birth: null }), adult('Dean', 'Larkrise', 'father')],
    },
    {
      received: [1, '23:15'],
      contact: {
        channel: 'out_of_hours',
        source: '6',
        created_by: night,
        referrer_name: 'The control room',
        referrer_organisation_id: agencies.police.id,
        referrer_organisation: agencies.police.name,
        worries: 'A mother rang 999 for herself; two children were asleep upstairs.',
        is_danger: true,
        danger: 'Her partner has left and may come back.',
        action_taken:
          'Police stayed until an aunt came, and the children slept at hers. For the day: ring the aunt before eight, see both children.',
        rag: 'red',
        rag_reason: 'Somebody is in danger',
      },
      people: [
        child('Perdita', 'Oakhanger', aged(teller, 6)),
        child('Rufus', 'Oakhanger', aged(teller, 3)),
        adult('Celia', 'Oakhanger', 'mother'),
      ],
    },
    {
      received: [1, '15:20'],
      contact: {
        channel: 'partner_form',
        source: '6',
        created_by: police.id,
        referrer_name: police.name,
        referrer_organisation_id: agencies.police.id,
        referrer_organisation: agencies.police.name,
        worries: 'Officers were called twice in a month. Both times the children were in the room.',
        strengths: 'Mum asked for help herself.',
        wanted: 'Somebody for the children to talk to.',
        family_knows: true,
        rag: 'amber',
        rag_reason: 'The second call in a month; nobody is hurt',
      },
      people: [
        child('Juniper', 'Stellwood', aged(teller, 11)),
        child('Ash', 'Stellwood', aged(teller, 8, 2)),
        adult('Mina', 'Stellwood', 'mother'),
      ],
      said: [
        {
          author: nurse,
          organisation: agencies.health.id,
          body: 'Not on a health visitor’s caseload. A hospital visit in spring, said to be a fall.',
          rag: 'amber',
        },
      ],
    },
    {
      received: [1, '16:30'],
      contact: {
        channel: 'telephone',
        source: '2A',
        created_by: manager,
        referrer_name: school?.safeguardingLead ?? null,
        referrer_role: 'Designated safeguarding lead',
        referrer_organisation_id: school?.id ?? null,
        referrer_organisation: school?.name ?? null,
        worries: 'He said he sleeps in the car when his stepfather is home.',
        family_knows: false,
        family_knows_not_because: 'He begged us not to',
      },
      people: [
        child('Jack', 'Smith', aged(teller, 9, 4), { school: school?.name ?? null }),
        adult('Lorna', 'Smith', 'mother'),
      ],
    },
  ]
}
