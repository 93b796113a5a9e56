import { posts } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { isConferenceKind, type MeetingKind } from '../rules/meeting.ts'

type Named = { readonly id: Uuid; readonly name: string }

/** Who may chair a meeting of this kind, and who may administer it. */
export type Keepers = { readonly chairs: readonly Named[]; readonly administrators: readonly Named[] }

/** Those who hold a post of chair, for a conference, and those of business support; any other meeting has whoever calls it for its chair. */
export async function whoKeeps(work: Work, kind: MeetingKind): Promise<Keepers> {
  const all = await posts(work)
  const holding = (wanted: string): readonly Named[] => {
    const names = new Map(
      all.filter(({ role }) => role === wanted).map(({ workerId, workerName }) => [workerId, workerName]),
    )
    return [...names].map(([id, name]) => ({ id, name }))
  }
  return {
    chairs: isConferenceKind(kind) ? holding('conference_chair') : [],
    administrators: holding('business_support'),
  }
}
