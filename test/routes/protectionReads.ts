import { type Addresses, nobody, ofPerson, plain, uncertain, withFormat } from './addresses.ts'
import { enquired, enquiryById } from './enquiryRoutes.ts'

/** Protection, harm outside the home and the work of the team around a family. */
export const protectionReads: Readonly<Record<string, Addresses>> = {
  '/enquiries/:enquiryId': ofPerson(enquiryById, enquired, uncertain),
  '/body-map/outlines/:view/outline.svg': plain(
    '/body-map/outlines/front/outline.svg',
    '/body-map/outlines/left_sole/outline.svg?region=left_sole_heel&x=9&y=9',
  ),
  '/protection-plans': plain(...withFormat('/protection-plans'), '/protection-plans?due=drift&category=NEG'),
  '/missing': plain(...['now', 'interviews', 'months'].flatMap(show => withFormat(`/missing?show=${show}`))),
  '/harm': plain(...withFormat('/harm'), ...withFormat('/harm?show=places&ended=yes')),
  '/harm/networks/:networkId': plain(`/harm/networks/${nobody}`),
  '/harm/places/:placeId': plain(`/harm/places/${nobody}`),
  '/safeguarding/by-team': plain('/safeguarding/by-team'),
  '/safeguarding/by-team/:teamId/children': plain(
    ...withFormat(`/safeguarding/by-team/${nobody}/children`),
    `/safeguarding/by-team/${nobody}/children?of=waiting`,
  ),
  '/safeguarding/clinical-notes': plain('/safeguarding/clinical-notes'),
  '/safeguarding/clinical-notes/:strandId': plain(`/safeguarding/clinical-notes/${nobody}`),
  '/safeguarding/clinical-notes/:strandId/:noteId/correct': plain(
    `/safeguarding/clinical-notes/${nobody}/${nobody}/correct`,
  ),
  '/safeguarding': plain(...withFormat('/safeguarding'), '/safeguarding?show=waiting'),
}
