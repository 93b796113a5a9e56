import { afterAll } from 'vitest'
import { factFollowers } from '#modules/people'
import { registries } from '../registry/registries.ts'

/** A test's own clocks, episodes and approvals, given back when its file ends: files share a process, and what it registered. */
export function lendRegistries(): void {
  const lists: unknown[][] = [...Object.values(registries).filter(Array.isArray), factFollowers]
  const held = lists.map(list => [...list])
  const { episodeSource, episodeCloser, caseloadSource } = registries
  afterAll(() => {
    for (const [place, list] of lists.entries()) list.splice(0, Infinity, ...(held[place] ?? []))
    Object.assign(registries, { episodeSource, episodeCloser, caseloadSource })
  })
}
