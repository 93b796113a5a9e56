/** What may be directed for any child of whatever age. */
export const directions = [
  'Bring the chronology up to date and read it through once before the next visit.',
  'Talk with each parent alone and ask what has changed since the plan was made.',
  'Go over the plan with the family and take out what is done.',
  'Ask the grandparents what they see, and what they could do in a bad week.',
  'Vary the time of the next visit: the last three were at the same hour.',
  'Write down in plain words what has to be different before we can end.',
  'Agree with the other agencies who goes when, so that somebody is there each week.',
  'Bring your view of how safe things are, and what would change it, to the next session.',
  'Check who else lives at the address, and when they moved in.',
  'Say thank you for what goes well; say it in writing.',
] as const

export const learning = [
  'Asking a shorter question and waiting longer. The silence did the work.',
  'Reading the whole record before the visit changed which question came first.',
  'Noticing when a meeting is about us and not about the family.',
  'How quickly a worry becomes a fact when three people repeat it.',
] as const

export const skills = [
  'Direct work with younger children: shadow a colleague twice before the next session.',
  'Writing analysis and not events. Bring one page to look at together.',
  'Staying with anger without explaining. Practise the first sentence.',
  'Chairing a core group so that the family speaks first.',
] as const

export const strengths = [
  'Families let you in, and you keep your word about small things.',
  'Clear, kind letters. Two colleagues have asked to borrow one.',
  'You say early when you are stuck.',
] as const

export const answers = [
  'I slowed down and the conversation turned.',
  'I am least sure whether I hear what is not said. A second visitor would help.',
  'They might say that I am on time, and that I look at my notes too much.',
] as const

export const views = [
  'A fair account. I would like more time on practice and less on lists.',
  'Helpful. I said what I was afraid of and nobody was hurt by it.',
  'I agree with most of it. I see the risk in one family as higher, and said so.',
] as const

export const actions = [
  ['Shadow two visits of direct work', 'supervisee'],
  ['Find a mentor outside the team', 'supervisor'],
  ['Bring one page of analysis', 'supervisee'],
  ['Ask for a place on the course on coercive control', 'supervisor'],
] as const

export const prompts = [
  'What went well, and what did you do that helped?',
  'What are you least sure of, and what would change your mind?',
  'What might this family say about how you work with them?',
] as const

export const criteria = [
  'Reflection goes beyond what is to be done',
  'Says what is to happen, who and by when',
  'Actions of the last session were followed up',
  'The worker’s own view is there',
] as const

export const statements = [
  'I can do my work well in the time I have',
  'I feel supported by those I work with',
  'I can leave work at work',
] as const
