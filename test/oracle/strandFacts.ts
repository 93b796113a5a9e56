import { idOf } from './idOf.ts'
import { teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { dated } from './sketchDates.ts'
import type { Strand, World } from './world.ts'

type Posts = World['posts']

/** The post by which somebody of each discipline works on it. */
export const roleOf = {
  social_work: 'social_worker',
  family_support: 'family_help_practitioner',
  mental_health: 'mental_health_practitioner',
  substance_misuse: 'substance_misuse_practitioner',
  domestic_abuse: 'domestic_abuse_practitioner',
} as const satisfies Record<Strand['discipline'], string>

/** Roles whose posts somebody may stand in for. */
const coverable: readonly string[] = [
  ...Object.values(roleOf),
  'senior_social_worker',
  'team_manager',
  'duty_manager',
  'service_leader',
]

/** @returns who works on what with whom of those ever in a family; the team is that of the family's workbook. */
export function strandsOf(
  sketch: Sketch,
  members: World['familyMembers'],
  today: Temporal.PlainDate,
): readonly Strand[] {
  return sketch.strands.flatMap((one, at) => {
    const family = one.family % sketch.families
    const familyId = idOf(sketch.salt, 'family', family)
    const people = members.filter(member => member.familyId === familyId)
    const person = people[one.member % people.length]
    if (person === undefined) return []
    return {
      id: idOf(sketch.salt, 'strand', at),
      familyId,
      personId: person.personId,
      teamId: teamAt(sketch, family),
      workerId: one.worker === null ? null : workerAt(sketch, one.worker),
      discipline: one.discipline,
      worksWith: one.discipline === 'domestic_abuse' ? one.worksWith : null,
      ...dated(one.dates, today),
    }
  })
}

/** The posts of those who work on strands: of the discipline, in the team, on days of their own. */
export function postsOfStrands(sketch: Sketch, today: Temporal.PlainDate): Posts {
  return sketch.strands.flatMap((one, at) =>
    one.worker === null
      ? []
      : {
          id: idOf(sketch.salt, 'post', sketch.posts.length + at),
          workerId: workerAt(sketch, one.worker),
          teamId: teamAt(sketch, one.family % sketch.families),
          areaId: null,
          role: roleOf[one.discipline],
          ...dated(one.inPost, today),
        },
  )
}

/** @returns these posts and those of who stands in for some of them, the last first: those who work on strands. */
export function withCovers(sketch: Sketch, posts: Posts, today: Temporal.PlainDate): Posts {
  const candidates = posts.filter(one => coverable.includes(one.role)).reverse()
  const covers = sketch.covers.flatMap((one, at) => {
    const covered = candidates[one.post % candidates.length]
    if (covered?.id === undefined || workerAt(sketch, one.worker) === covered.workerId) return []
    const startedOn = today.subtract({ days: one.begun })
    return {
      ...covered,
      id: idOf(sketch.salt, 'post', posts.length + sketch.strands.length + at),
      coversId: covered.id,
      workerId: workerAt(sketch, one.worker),
      startedOn,
      endedOn: startedOn.add({ days: one.lasts - 1 }),
    }
  })
  return [...posts, ...covers]
}
