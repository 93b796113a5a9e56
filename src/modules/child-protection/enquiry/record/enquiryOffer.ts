import { recordFrame } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, nothing } from '#ui'
import { enquirable, mayBegin } from '../queries/enquirable.ts'

/** What whoever writes the child's record may begin: an enquiry, and the body map. */
export async function enquiryOffer(work: Work, personId: Uuid): Promise<Html | null> {
  const frame = await recordFrame(work, personId, null)
  if (!frame?.mayWrite || frame.identity.isChild === false) return null
  const own = (await enquirable(work, personId)).find(({ child }) => child.id === personId)
  const start =
    own !== undefined && mayBegin(own)
      ? button({
          text: 'Start a section 47 enquiry',
          href: `/people/${personId}/enquiries/new`,
          classes: 'govuk-button--secondary',
        })
      : nothing
  return html`${start}<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/body-map">Body map</a></p>`
}
