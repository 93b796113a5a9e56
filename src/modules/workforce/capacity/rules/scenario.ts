/** A team as a scenario begins with it. */
export type TeamBasis = {
  readonly id: string
  readonly name: string
  readonly area: string | null
  /** Children, or families, as the authority counts. */
  readonly load: number
  readonly fte: number
}

/** The numbers of one day that a scenario begins with; kept with it. */
export type Basis = {
  readonly limit: number
  readonly counts: 'children' | 'families'
  readonly teams: readonly TeamBasis[]
  /** Service leaders in post. */
  readonly leaders: number
}

/** What is added, and what it costs a year. */
export type Chosen = {
  /** FTE of case-holders. */
  readonly workers: number
  readonly leaders: number
  readonly workerCost: number
  readonly leaderCost: number
  readonly otherCost: number
  /** Teams that become two. */
  readonly splits: readonly string[]
}

export type TeamResult = TeamBasis & {
  readonly added: number
  readonly before: number | null
  readonly after: number | null
}

export type ScenarioResult = {
  /** The most pressed first. A team that is split stands as two halves. */
  readonly teams: readonly TeamResult[]
  readonly before: number | null
  readonly after: number | null
  readonly overBefore: number
  readonly overAfter: number
  readonly load: number
  readonly fteBefore: number
  readonly fteAfter: number
  /** FTE with which the whole would be at the number, and what is still lacking of it before and after. */
  readonly fteNeeded: number
  readonly lackingBefore: number
  readonly lackingAfter: number
  readonly teamsBefore: number
  readonly teamsAfter: number
  readonly leadersBefore: number
  readonly leadersAfter: number
  readonly costWorkers: number
  readonly costLeaders: number
  readonly cost: number
}

/** Null: no FTE. */
const ratio = (load: number, fte: number): number | null => (fte > 0 ? load / fte : null)
const pressed = ({ load, fte }: Pick<TeamBasis, 'load' | 'fte'>): number =>
  fte > 0 ? load / fte : load > 0 ? Number.POSITIVE_INFINITY : -1
const hundredths = (value: number): number => Math.round(value * 100) / 100

/**
 * What adding people does, team by team. Each added post, whole ones first and then the rest, goes to the team that is most pressed
 * when its turn comes. Splitting a team halves its children and its posts: it changes what a leader oversees, never the ratio.
 */
export function workOut(basis: Basis, chosen: Chosen): ScenarioResult {
  const { limit } = basis
  const added = spread(basis.teams, chosen.workers)
  const whole = basis.teams.map(team => {
    const extra = added.get(team.id) ?? 0
    return {
      ...team,
      added: extra,
      before: ratio(team.load, team.fte),
      after: ratio(team.load, team.fte + extra),
    }
  })
  const teams = whole.flatMap(team => (chosen.splits.includes(team.id) ? halves(team) : [team]))
  const load = hundredths(sum(basis.teams.map(team => team.load)))
  const fteBefore = hundredths(sum(basis.teams.map(team => team.fte)))
  const fteAfter = hundredths(fteBefore + chosen.workers)
  const fteNeeded = Math.max(0, Math.ceil((load / limit) * 10 - 1e-9)) / 10
  const costWorkers = chosen.workers * chosen.workerCost
  const costLeaders = chosen.leaders * chosen.leaderCost
  const isOver = (of: number | null, team: TeamBasis): boolean => (of === null ? team.load > 0 : of > limit)
  return {
    teams: teams.toSorted((one, other) => pressed(other) - pressed(one)),
    before: ratio(load, fteBefore),
    after: ratio(load, fteAfter),
    overBefore: whole.filter(team => isOver(team.before, team)).length,
    overAfter: whole.filter(team => isOver(team.after, team)).length,
    load,
    fteBefore,
    fteAfter,
    fteNeeded,
    lackingBefore: Math.max(0, hundredths(fteNeeded - fteBefore)),
    lackingAfter: Math.max(0, hundredths(fteNeeded - fteAfter)),
    teamsBefore: whole.length,
    teamsAfter: teams.length,
    leadersBefore: basis.leaders,
    leadersAfter: basis.leaders + chosen.leaders,
    costWorkers,
    costLeaders,
    cost: costWorkers + costLeaders + chosen.otherCost,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Where added FTE goes. */
function spread(teams: readonly TeamBasis[], workers: number): ReadonlyMap<string, number> {
  const added = new Map<string, number>()
  const withChildren = teams.filter(({ load }) => load > 0)
  for (let left = workers; left > 1e-9 && withChildren.length > 0; left = hundredths(left - 1)) {
    const now = withChildren.map(team => ({ ...team, fte: team.fte + (added.get(team.id) ?? 0) }))
    const [first] = now.toSorted(
      (one, other) => pressed(other) - pressed(one) || one.name.localeCompare(other.name),
    )
    if (first) added.set(first.id, hundredths((added.get(first.id) ?? 0) + Math.min(1, left)))
  }
  return added
}

const halves = (team: TeamResult): readonly TeamResult[] =>
  ['first half', 'second half'].map((half, index) => {
    const of = (whole: number): number => (index === 0 ? Math.ceil(whole / 2) : Math.floor(whole / 2))
    return {
      ...team,
      name: `${team.name}, ${half}`,
      load: of(team.load),
      fte: hundredths(team.fte / 2),
      added: hundredths(team.added / 2),
    }
  })
