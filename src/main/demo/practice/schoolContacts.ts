import type { County } from '../county/county.ts'
import { aged } from '../stories/stage.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'
import { type ContactOutline, child } from './contactOutline.ts'

/** What a school's safeguarding lead referred in her own name: one answered with its reason, one decided whose answer is late. */
export function schoolContacts(teller: Teller, county: County): readonly ContactOutline[] {
  const lead = personaOf(county, 'safeguardingLead')
  const [school] = county.agencies.schools
  if (school === undefined) return []
  const contact = {
    channel: 'partner_form' as const,
    source: '2A',
    created_by: lead.id,
    referrer_name: lead.name,
    referrer_role: 'Designated safeguarding lead',
    referrer_organisation_id: school.id,
    referrer_organisation: school.name,
  }
  return [
    {
      received: [7, '10:40'],
      contact: {
        ...contact,
        worries: 'She comes without a coat and says the heating is off.',
        family_knows: true,
      },
      people: [child('Marigold', 'Eastrey', aged(teller, 8), { school: school.name })],
      decided: {
        reasons: 'The meter had failed; the landlord came the same day. The mother accepted a fuel voucher.',
        isTold: true,
        thresholdReason:
          'The cold home had one cause and it is mended. The threshold for children’s social care is not met; the school nurse and the fuel fund can help.',
      },
    },
    {
      received: [5, '14:15'],
      contact: {
        ...contact,
        worries: 'He fell asleep in three lessons this week and says he minds the baby at night.',
      },
      people: [child('Corin', 'Halewood', aged(teller, 10), { school: school.name })],
      decided: { reasons: 'Information about young carers was given by telephone.', isTold: false },
    },
  ]
}
