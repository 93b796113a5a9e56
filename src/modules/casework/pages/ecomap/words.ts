/** How a tie is, in words. */
export const strengthWords = {
  strong: 'Strong',
  ordinary: 'Ordinary',
  tenuous: 'Tenuous',
  stressful: 'Stressful',
} as const

/** Which way support flows. */
export const directionWords = {
  both: 'Both ways',
  to_child: 'To the child',
  from_child: 'From the child',
  none: 'None flows',
} as const

/** What stands around a child. */
export const kindWords = { person: 'A person', agency: 'An agency', place: 'A place or group' } as const
