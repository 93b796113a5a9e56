import fc from 'fast-check'

const index = fc.nat({ max: 15 })

/** A session given to a safeguarding lead, and how a child attends; days of the posts of both are drawn beside it. */
export const schoolSketch = {
  school: fc.nat({ max: 1 }),
  lead: index,
  supervisor: index,
  role: fc.constantFrom('senior_social_worker', 'team_manager', 'service_leader', 'social_worker'),
  team: index,
  isDone: fc.boolean(),
  child: index,
}
