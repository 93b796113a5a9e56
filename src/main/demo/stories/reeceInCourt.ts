import type { Uuid } from '#platform/ids'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import type { CourtStory, Curated } from './courtStory.ts'
import { ago } from './stage.ts'
import { personaOf } from './story.ts'

/** The chronology that Rowan made when legal advice was asked for: three times known, and the months between when nobody was there. */
export function reeceInCourt(teller: Teller, county: County, personId: Uuid): CourtStory {
  const day = (days: number) => ago(teller, days)
  return {
    teller: { ...teller, dice: teller.dice.fork('a chronology for court') }, // nobody else’s chances change
    personIds: [personId],
    from: day(521),
    until: day(20),
    court: 'Family Court at Northmarsh',
    caseNumber: 'NM26C00417',
    by: personaOf(county, 'socialWorker').id,
    madeOn: day(18),
    curatedOn: day(17),
    issuedOn: day(16),
    curate,
    added: [
      {
        on: day(188),
        event: 'Absent from school on eleven of twenty days; twice seen getting into an unknown car',
        saidBy: 'Attendance officer',
        source: 'Secondary school',
        impact: 'Reece was moved to another tutor group and lost the friends he had.',
        action: 'The school wrote to his mother; no request for help was made.',
      },
      {
        on: day(61),
        event: 'Stopped with two phones and £340 in cash',
        saidBy: 'Attending officer',
        source: 'Northmarsh Police',
        impact: 'He told the officer that the money was not his, and cried.',
        action: 'Referred to the national referral mechanism.',
      },
    ],
  }
}

function curate({ event, source }: { readonly event: string; readonly source: string }): Curated | null {
  if (source === 'Allocation')
    return { is_hidden: true, hidden_reason: 'Who held the case is in the social worker’s statement' }
  if (event.startsWith('Child in need plan started')) return { mergedInto: 'Child and family assessment' }
  if (event.startsWith('Missing for two nights'))
    return {
      event:
        'Missing for two nights. Found by police forty miles away, in a car with two adult men unknown to his family.',
      said_by: 'Attending officer',
      action: 'Strategy discussion the same day; return interview within seventy-two hours.',
    }
  return null
}
