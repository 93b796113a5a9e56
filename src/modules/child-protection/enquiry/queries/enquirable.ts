import { type Episode, type FamilyChild, familyChildren, readEpisodes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type EnquiryWhole, enquiriesOf } from './readEnquiry.ts'

/** A child of a family, and whether an enquiry about them may begin. */
export type Enquirable = {
  readonly child: FamilyChild
  /** The open referral within which it would stand. */
  readonly episode: Episode | null
  /** The one that goes on already. */
  readonly open: EnquiryWhole | null
}

/** Whether an enquiry about this child may begin now. */
export const mayBegin = ({ child, episode, open }: Enquirable): boolean =>
  child.mayWrite && episode !== null && open === null

/** The children of a person's family whom the reader may see, the person first. */
export async function enquirable(work: Work, personId: Uuid): Promise<readonly Enquirable[]> {
  const children = (await familyChildren(work, personId)).filter(({ isChild }) => isChild !== false)
  const ids = children.map(({ id }) => id)
  const [episodes, enquiries] = [await openEpisodes(work, ids), await openEnquiries(work, ids)]
  return children.map(child => ({
    child,
    episode: episodes.findLast(one => one.personId === child.id) ?? null,
    open: enquiries.find(one => one.personId === child.id) ?? null,
  }))
}

/** Referrals that are open: taken on, and not closed. */
export const openEpisodes = async (work: Work, personIds: readonly Uuid[]): Promise<readonly Episode[]> =>
  (await readEpisodes(work, personIds)).filter(
    ({ closedOn, isNoFurtherAction }) => closedOn === null && isNoFurtherAction !== true,
  )

/** Enquiries that go on. */
export const openEnquiries = async (
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly EnquiryWhole[]> => (await enquiriesOf(work, personIds)).filter(({ isOpen }) => isOpen)
