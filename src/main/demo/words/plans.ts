import type { Trouble } from '../families/family.ts'

/** What a plan of the demo county works on: how it is, what should change, who begins. */
export type Aim = {
  readonly outcome: string
  readonly baseline: string
  readonly change: string
  readonly action: string
  readonly result: string
}

/** Of a child who goes to school. */
export const schoolAim: Aim = {
  outcome: 'School every day, and on time',
  baseline: 'Two or three mornings are missed in a week.',
  change: 'Somebody the children trust meets them at the gate.',
  action: 'Breakfast club from Monday',
  result: 'Went on four days of five.',
}
/** Of any other. */
export const bedtimeAim: Aim = {
  outcome: 'Evenings are calm and bedtime is kept',
  baseline: 'Nobody knows when it is bedtime, and it ends in shouting.',
  change: 'One story, one light, the same time each night.',
  action: 'Write the evening down together and put it on the fridge',
  result: 'It hangs there, and is mostly kept.',
}
/** By what weighs on the family. */
export const planAims: Readonly<Record<Trouble, Aim>> = {
  domestic_abuse: {
    outcome: 'Home is safe, and everyone knows whom to ring',
    baseline: 'The children go upstairs when voices are raised.',
    change: 'The safety plan is known to all, the school too.',
    action: 'Walk through the safety plan with each child',
    result: 'Both can say whom they would ring.',
  },
  mental_health: {
    outcome: 'A parent who is unwell gets help in time',
    baseline: 'Bad days come without warning and nobody is told.',
    change: 'A sign on the fridge, and a neighbour who knows what it means.',
    action: 'See the doctor about the medicine',
    result: 'Seen; the next appointment is made.',
  },
  substances: {
    outcome: 'Whoever looks after the children is sober',
    baseline: 'Weekends are lost to drink.',
    change: 'Grandparents take the children when it gets hard.',
    action: 'Begin with the recovery service',
    result: 'Went to the first three meetings.',
  },
  neglect: bedtimeAim,
  harm_outside_home: {
    outcome: 'Out with friends, and home when it was agreed',
    baseline: 'Gone overnight twice in a month.',
    change: 'A worker whom he rings, whatever the hour.',
    action: 'Agree who is rung, and when',
    result: 'Agreed, and used once.',
  },
  disability: {
    outcome: 'The right help at home and at school',
    baseline: 'Everything waits for the next appointment.',
    change: 'One list, one person who chases it.',
    action: 'Chase the occupational therapist',
    result: 'A visit is booked.',
  },
}

/** What reviews say: of how it goes, of the child, of the parents. */
export const progressWords = [
  'More mornings go well than not; weekends are still hard.',
  'Steady. What was agreed is done, and the family noticed it first.',
  'Slow: two things of four are done, and the reasons are good ones.',
  'Better than at the start. A bad fortnight in the middle is behind them.',
] as const
export const childWords = [
  'It is quieter now.',
  'I like it when we all eat together.',
  'I want it to stay like this.',
  'I told my teacher, and she listened.',
] as const
export const parentWords = [
  'I can ask for help now without being ashamed.',
  'Too many people come, but they turn up when they say.',
  'I want this to end well, and I see how.',
] as const
