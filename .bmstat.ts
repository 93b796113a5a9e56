const FAC = ['BENCH0', 'BENCH4', 'BENCH5', 'BENCH6']
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { registerModules } from './src/main/modules.ts'
import { startBenchCluster } from './test/bench/benchCluster.ts'
import { makeCounty } from './test/bench/county.ts'
import { openSenders } from './test/bench/messages/openSenders.ts'
import { givePast } from './test/bench/messages/givePast.ts'
import { measureList } from './test/bench/messages/measureList.ts'
import { measureTaking } from './test/bench/messages/measureTaking.ts'
registerModules()
const cpu = () => {
  const by: Record<string, number> = {}
  for (const pid of readdirSync('/proc').filter(one => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const t = (Number(rest[11]) + Number(rest[12])) * 10
      const name = /postgres/.test(cmd) ? (/kith_tenth/.test(cmd) ? 'pg' : 'pgother') : /bin\/kith.ts/.test(cmd) ? 'worker' : /\.bm\.ts/.test(cmd) ? 'bench' : 'other'
      by[name] = (by[name] ?? 0) + t
    } catch {}
  }
  return by
}
const diff = (a: Record<string, number>, b: Record<string, number>, n: number) =>
  Object.fromEntries(Object.keys(b).map(k => [k, `${((b[k] ?? 0) - (a[k] ?? 0)) / 1000}s ${(((b[k] ?? 0) - (a[k] ?? 0)) / n).toFixed(2)}ms/msg`]))
const cluster = await startBenchCluster(['kith_tenth'])
try {
  console.log('making', new Date().toISOString())
  await makeCounty(cluster, 'kith_tenth', { children: 20, led: 0 } as never, () => {})
  const s = await openSenders(cluster, 'kith_tenth', FAC)
  console.log('line', new Date().toISOString())
  await cluster.asSuperuser('kith_tenth', 'create extension if not exists pg_stat_statements', 'select pg_stat_statements_reset()')
  for (let i = 0; i < Number(process.env.ROUNDS ?? 1); i += 1) {
    const a = cpu(); const t = performance.now()
    if (i === 0) await givePast(s, FAC)
    const seen = new Map<string, number>()
    const timer = setInterval(async () => {
      for (const { q } of await cluster.asSuperuser<{ q: string }>('kith_tenth', `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) || ' @' || coalesce(wait_event, 'cpu') as q from pg_stat_activity where datname = 'kith_tenth' and state = 'active' and pid <> pg_backend_pid()`)) seen.set(q, (seen.get(q) ?? 0) + 1)
    }, 100)

    const list = await measureList(s, FAC)
    clearInterval(timer)
    for (const [q, n] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 25)) console.log(n, q)
    while ((await s.waiting()) > 0) await pause(200)
    const took = (performance.now() - t) / 1000
    for (const r of await cluster.asSuperuser<any>('kith_tenth', "select toplevel, calls, round(total_exec_time::numeric) ms, round(mean_exec_time::numeric,2) mean, round(total_plan_time::numeric) plan, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) q from pg_stat_statements where dbid = (select oid from pg_database where datname = 'kith_tenth') order by total_exec_time desc limit 60")) console.log(r.toplevel ? 'T' : ' ', r.calls, r.ms, r.mean, r.plan, r.q)
    console.log(JSON.stringify(list), 'drained after', took.toFixed(1), 's', diff(a, cpu(), 4000))
  }
  const a = cpu()
  if (process.env.BMPROF) { if (process.env.PAUSE) { console.log(cluster.folder, cluster.ownerUrl('kith_tenth')); await pause(Number(process.env.PAUSE)*1000) }; await s.close(); process.exit(0) }
  const taking = await measureTaking(s, 'BENCH0')
  console.log(JSON.stringify(taking), diff(a, cpu(), taking.takenPerSecond * 15))
  if (process.env.PAUSE) { console.log(cluster.ownerUrl('kith_tenth')); await pause(Number(process.env.PAUSE) * 1000) }
  await s.close()
} finally { await cluster.remove() }
process.exit(0)
