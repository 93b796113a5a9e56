import { type Addresses, each, nobody, plain, withFormat } from './addresses.ts'

const team: Addresses = ({ staff }) =>
  ['north', 'south', 'duty', 'conference'].flatMap(name => {
    const id = staff.teams[name as 'north'] // the names above are its keys
    const { holder } = staff.workers
    return [
      ...withFormat(`/teams/${id}/board`),
      ...withFormat(`/teams/${id}/queue`),
      ...withFormat(`/teams/${id}/queue?holder=${holder}`),
      `/teams/${id}/queue?team=${staff.teams.north}`,
    ].map(url => ({ url, whose: 'nobody' as const }))
  })

/** Lists, counts and searches that name nobody by their address. */
export const listReads: Readonly<Record<string, Addresses>> = {
  '/': plain('/'),
  '/session': plain('/session'),
  '/openapi.json': plain('/openapi.json'),
  '/numbers': plain('/numbers'),
  '/menu': plain('/menu'),
  '/cover': plain('/cover'),
  '/openings': plain(...withFormat('/openings'), ...withFormat('/openings?show=reviewed')),
  '/openings/mine': plain(...withFormat('/openings/mine')),
  '/openings/unexplained': plain(...withFormat('/openings/unexplained')),
  '/approvals': plain(
    ...withFormat('/approvals'),
    ...withFormat('/approvals?show=handed_in'),
    ...withFormat('/approvals?show=decided'),
  ),
  '/open-with-reference': plain('/open-with-reference'),
  '/plan-closings/:closingId': plain(`/plan-closings/${nobody}`),
  '/plan-steps': plain(...withFormat('/plan-steps')),
  '/letters': plain(...withFormat('/letters'), ...withFormat('/letters?show=held'), '/letters?show=draft'),
  '/transfers': plain(...withFormat('/transfers'), '/transfers?show=asked_by', '/transfers?show=decided'),
  '/people': plain('/people', `/people?search=${nobody}`, `/people?search=${nobody}&format=csv`),
  '/my-work': plain(...withFormat('/my-work'), '/my-work?show=overdue'),
  '/notices/changes': plain('/notices/changes'),
  '/notices': plain(...withFormat('/notices'), '/notices?show=unread'),
  '/teams': plain('/teams'),
  '/teams/:teamId/board': each(team, plain(`/teams/${nobody}/board`)),
  '/teams/:teamId/queue': plain(`/teams/${nobody}/queue`),
  '/teams/:teamId/tasks': each(plain(`/teams/${nobody}/tasks`), ({ staff }) =>
    ['', '?whose=waiting', '?format=csv'].map(query => ({
      url: `/teams/${staff.teams.north}/tasks${query}`,
      whose: 'nobody' as const,
    })),
  ),
  '/data-quality': plain(...withFormat('/data-quality'), '/data-quality?page=2'),
  '/imports': plain(...withFormat('/imports')),
  '/imports/:runId': each(plain(`/imports/${nobody}`), ({ runId }) =>
    withFormat(`/imports/${runId}`).map(url => ({ url, whose: 'nobody' as const })),
  ),
  '/audit': plain(...withFormat('/audit')),
  '/front-door': plain(...withFormat('/front-door'), '/front-door?state=done', '/front-door?rag=red'),
  '/front-door/sent': plain(...withFormat('/front-door/sent')),
  '/front-door/report': plain(...withFormat('/front-door/report')),
  '/front-door/contacts/new': plain('/front-door/contacts/new', '/front-door/contacts/new?draft=open'),
  '/sharing': plain('/sharing', '/sharing?csv=yes'),
  '/meetings': plain(...withFormat('/meetings'), '/meetings?show=past'),
  '/my-children': plain('/my-children'),
}
