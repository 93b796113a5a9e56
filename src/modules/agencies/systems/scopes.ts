/** What a system of another organisation may be allowed to do, and what that is called on the administrator's page. */
export const systemScopes = {
  'attendance.write': 'Tell of children at hospital',
  'notice.write': 'Send notices of police and schools',
  'notice.read': 'Read what came of its own notices',
  'register.write': 'Send attendance and transfer files of a school',
  'plan-status.read': 'Ask whether a child is on a plan, looked after or expected',
  'notification.read': 'Fetch what a notice is about',
  'notification.ack': 'Say that a notice has arrived',
} as const

export type SystemScope = keyof typeof systemScopes

export const isSystemScope = (value: string): value is SystemScope => Object.hasOwn(systemScopes, value)
