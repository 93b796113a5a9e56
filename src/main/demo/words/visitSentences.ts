import type { Trouble } from '../families/family.ts'

export const homeSentences = [
  'I visited {adult} and {children} at home, as arranged.',
  'I called without notice. {adult} let me in and {children} were having tea.',
  'The kitchen was tidy and there was food in the fridge. {children} showed me round.',
  'The heating was off again and the meter had run out; {adult} was upset about it. {children} wore coats indoors.',
  'There was washing on every radiator and the living room was warm. {children} were home.',
  'I saw {children} first and {adult} afterwards, once the television was off.',
  'The stairgate has been fitted since my last visit. {children} were playing upstairs.',
  'The front door has a new lock, which {adult} paid for out of the grant. {children} were in.',
]

/** What was talked about with the adult, by what weighs on the family. */
export const adultSentences: Readonly<Record<Trouble | 'any', readonly string[]>> = {
  domestic_abuse: [
    '{adult} told me that nobody has come to the house since the order was made, and that everyone sleeps better for it.',
    'We went over the safety plan. {adult} knows when to ring 999 and has agreed a word with the neighbour.',
    '{adult} talked about last weekend’s argument and what the children heard of it. We thought about it from where they were standing.',
    '{adult} has begun the group at Lantern House and says that hearing the others helped.',
  ],
  mental_health: [
    '{adult} has had a low fortnight and said so straight out. The mental health practitioner is seeing {adult} on Thursday.',
    '{adult} is taking the new tablets in the morning now and is up before the children leave for school.',
    'We talked about what the children understand when {adult} stays in bed, and agreed words that {adult} will use with them.',
    '{adult} rang the crisis line twice this week. That was what we had agreed, and it worked.',
  ],
  substances: [
    '{adult} showed me the last three test results, all clear, and is proud of them.',
    '{adult} said there had been drinking on Saturday while the children were at their grandmother’s.',
    'The recovery worker and I saw {adult} together. {adult} named two things that set it off and what to do instead.',
    '{adult} missed the Tuesday appointment and has asked for another; we looked at why Tuesdays are hard.',
  ],
  neglect: [
    'We looked at the morning routine that {adult} drew up. Four of five school days went to plan.',
    'The head lice have gone and the dentist is booked. {adult} had written both on the calendar.',
    'The bedrooms still have no bedding on two of the beds. {adult} accepted help with it, and I have asked the fund.',
    '{adult} has been to the food bank and asked how to make things last. We made a list together.',
  ],
  harm_outside_home: [
    '{adult} has been ringing when the return time is missed, within the hour, as we agreed.',
    'We talked about the new phone and the older friends who pick up from the corner. {adult} is worried and not giving up.',
    '{adult} and the youth worker have agreed who goes looking first and who rings the police.',
  ],
  disability: [
    '{adult} is worn out by the nights. The short break starts next month and {adult} is counting the days.',
    'We filled in the form for the bath seat together. {adult} knows more about it than any of us.',
    '{adult} said that school now uses the same picture cards as home, and that mornings are calmer.',
  ],
  any: [
    'The health visitor has weighed the baby and is content.',
    '{adult} asked how long we will be involved, and I said what would have to be different for us to stop.',
    'Money is short until the claim is settled; {adult} has the number of the advice line.',
    'School tells {adult} that attendance is up this half term.',
    '{adult} would like the father to be told of the next meeting, and we agreed who will ring him.',
    'We read through the plan together and {adult} changed two sentences that were not right.',
  ],
}

export const nextSentences = [
  'Next: I will ring school about breakfast club and come again in two weeks.',
  'Next: {adult} will ring the surgery; I will speak with the health visitor.',
  'We agreed the date of the next visit before I left.',
  'Next: I will write down what {children} want said at the meeting.',
  'I will bring the photographs for the memory book next time.',
  'No new worries today. The plan stays as it is.',
  'I have told my manager about the missed appointment and we will talk about it in supervision.',
]

export const notHeldSentences = {
  no_access: [
    'I called as arranged. Nobody came to the door and the curtains were closed. I left a card, rang twice and will try again.',
    'No answer at the door. A neighbour said that they had gone out at lunchtime. I sent {adult} a message.',
  ],
  cancelled: [
    '{adult} rang in the morning: {children} had a temperature. We moved the visit.',
    'I had to put the visit off for an emergency on another family and told {adult} so.',
  ],
  refused: [
    '{adult} spoke to me on the step and did not want me to come in today. I said that I would come back and why.',
  ],
} as const
