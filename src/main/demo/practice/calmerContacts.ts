import type { County } from '../county/county.ts'
import { aged } from '../stories/stage.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'
import { adult, type ContactOutline, child } from './contactOutline.ts'

/** An unborn child, a child who is open already, one past its limit, two people of one name, and two that are decided. */
export function calmerContacts(teller: Teller, county: County): readonly ContactOutline[] {
  const manager = personaOf(county, 'dutyManager').id
  const [school] = county.agencies.schools
  return [
    {
      received: [1, '11:05'],
      contact: {
        channel: 'email',
        source: '3B',
        created_by: manager,
        referrer_name: 'A midwife',
        worries:
          'First appointment at thirty weeks. She lost the care of two children some years ago, in another county.',
        rag: 'green',
        rag_reason: 'Ten weeks to plan',
        family_knows: true,
      },
      people: [
        { role: 'unborn_child', expected_delivery_on: teller.today.add({ days: 68 }) },
        adult('Tess', 'Wintergreen', 'mother', { sex: 'F', date_of_birth: aged(teller, 24) }),
      ],
    },
    {
      received: [1, '09:30'],
      contact: {
        channel: 'telephone',
        source: '1A',
        created_by: manager,
        referrer_name: 'His grandmother',
        worries: 'He came to me at midnight again. Nobody had noticed that he was gone.',
        rag: 'amber',
        rag_reason: 'Out at night again',
      },
      people: [child('Toby', 'Underhowe', aged(teller, 14, 2)), adult('Sharon', 'Underhowe', 'mother')],
    },
    {
      received: [6, '10:15'],
      contact: {
        channel: 'letter',
        source: '3A',
        created_by: manager,
        worries: 'Three missed appointments, and bruises that were said to be from football.',
        rag: 'amber',
        rag_reason: 'Waits for the surgery to ring back',
      },
      people: [child('Basil', 'Hartsoke', aged(teller, 12))],
    },
    {
      received: [2, '14:45'],
      contact: {
        channel: 'telephone',
        source: '5D',
        created_by: manager,
        worries:
          'Mother and daughter have one name and one birthday. Please look closely whose record it is.',
        rag: 'green',
        rag_reason: 'No new worry',
      },
      people: [
        child('Imogen', 'Ravensby', aged(teller, 13)),
        adult('Imogen', 'Ravensby', 'mother', { date_of_birth: aged(teller, 36) }),
      ],
    },
    {
      received: [8, '09:50'],
      contact: {
        channel: 'telephone',
        source: '2A',
        created_by: manager,
        referrer_name: school?.safeguardingLead ?? null,
        referrer_organisation: school?.name ?? null,
        worries: 'Asks whether a family can be helped with a bus pass.',
      },
      people: [],
      decided: {
        reasons: 'A question about travel. The school transport team’s number was given.',
        isTold: true,
      },
    },
    {
      received: [4, '17:25'],
      contact: {
        channel: 'public_form',
        source: '1D',
        worries: 'Children kick a ball against my fence until nine at night.',
        referrer_telephone: '01632 960999',
      },
      people: [],
      decided: { reasons: 'A quarrel between neighbours; no worry about a child.', isTold: false },
    },
  ]
}
