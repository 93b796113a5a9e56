import type { Uuid } from '#platform/ids'
import type { County, Team, Worker } from '../county/county.ts'
import type { Family } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Course } from './course.ts'

/** Everyone who tells an episode shares this. */
export type Telling = {
  readonly teller: Teller
  readonly county: County
  readonly family: Family
  readonly course: Course
  readonly team: Team
  readonly lead: Worker
  readonly chair: Worker
  /** The child in need plan of each child, once it has been told. */
  readonly planIds: Map<Uuid, Uuid>
}
