import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'

/** A real disk of two megabytes that the test's PostgreSQL may keep tables on. */
export type TinyDisk = {
  /** As SQL names it. */
  readonly tablespace: string
  /** Lets PostgreSQL write to it until nothing more fits. */
  fill(): Promise<void>
  /** What the system says to a file of our own that no longer fits. */
  writeError(): unknown
  /** Makes room again. */
  clear(): Promise<void>
  /** Everything on it must have been moved away or dropped. */
  remove(): Promise<void>
}

/**
 * Mounts a small disk in memory and gives it to PostgreSQL as a tablespace.
 * @returns the disk, or why there can be none: only root may mount, and not in every container
 */
export async function tinyDisk(superuser: pg.Client): Promise<TinyDisk | { readonly reason: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-tiny-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=0755', 'kith-tiny', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true })
    return { reason: String((error as Error).message).trim() }
  }
  const unmount = () => {
    execFileSync('umount', ['--lazy', folder]) // other connections still hold files that were dropped
    rmSync(folder, { recursive: true })
  }
  const name = `tiny_${folder.slice(-6).toLowerCase()}`
  try {
    await makeTablespace(superuser, name, folder)
  } catch (error) {
    unmount()
    throw error
  }
  return {
    tablespace: name,
    fill: () => fill(superuser, name),
    writeError: () => errorOf(() => writeFileSync(join(folder, 'ours'), Buffer.alloc(4_000_000))),
    clear: async () => {
      rmSync(join(folder, 'ours'), { force: true })
      await superuser.query('drop table public.kith_filler')
    },
    async remove() {
      await superuser.query('drop table if exists public.kith_filler')
      await superuser.query('checkpoint') // files of dropped tables are held until then
      await superuser.query(`drop tablespace ${name}`)
      unmount()
    },
  }
}

/** The folder belongs to whoever runs PostgreSQL, as the server asks. */
async function makeTablespace(superuser: pg.Client, name: string, folder: string): Promise<void> {
  const answer = await superuser.query<{ data_directory: string }>('show data_directory')
  const { uid, gid } = statSync(answer.rows[0]?.data_directory ?? '')
  const place = join(folder, 'tables')
  mkdirSync(place)
  chmodSync(place, 0o700)
  chownSync(place, uid, gid)
  await superuser.query(`create tablespace ${name} location '${place}'`)
}

/** Row by row, so that the last free block is taken too. */
async function fill(superuser: pg.Client, name: string): Promise<void> {
  await superuser.query(`create table public.kith_filler (text text) tablespace ${name}`)
  await superuser.query('alter table public.kith_filler alter column text set storage plain')
  for (let row = 0; row < 1_000; row += 1) {
    const error = await superuser
      .query("insert into public.kith_filler values (repeat('x', 7000))")
      .then(() => null)
      .catch((caught: unknown) => caught)
    if (error !== null && (error as { code?: unknown }).code === '53100') return
    if (error !== null) throw error
  }
  throw new Error('A thousand blocks fitted on a disk of two megabytes')
}

function errorOf(run: () => void): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('The file fitted')
}
