import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#platform/config'
import { makeLog } from '#platform/log'
import { openMeshServer } from '../../modules/health/mesh/testing/meshServer.ts'
import { openPost } from './openPost.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-mesh-'))
const server = await openMeshServer()
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
const { settings } = server
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const variables = {
  KITH_MESH_URL: settings.url,
  KITH_MESH_MAILBOX: settings.mailbox,
  KITH_MESH_PASSWORD_FILE: file('password', `${settings.password}\n`),
  KITH_MESH_SHARED_KEY_FILE: file('key', `${settings.sharedKey}\n`),
  KITH_MESH_CERT: file('cert.pem', settings.tls.cert),
  KITH_MESH_KEY: file('key.pem', settings.tls.key),
  KITH_MESH_CA: file('ca.pem', settings.tls.ca),
  KITH_MESH_CPIS_MAILBOX: 'X26CPIS',
  KITH_MESH_CPIS_WORKFLOW: 'CPIS_UPLOAD',
  KITH_MESH_CPIS_ANSWERS: 'CPIS_ACK, CPIS_NOTICE',
}
const lines: string[] = []
const log = makeLog({ write: line => lines.push(line) })
function open(given: Record<string, string>, madeByDemo = false) {
  const read = readConfig(given)
  if (!read.ok) throw new Error(read.problems.join(' '))
  return openPost(read.config, { madeByDemo }, log)
}

test('the settings open a mailbox that answers', async () => {
  const post = await open(variables)
  expect(post).toMatchObject({ to: 'X26CPIS', workflow: 'CPIS_UPLOAD', answers: ['CPIS_ACK', 'CPIS_NOTICE'] })
  await post?.mailbox.validate()
  expect(await post?.mailbox.waiting()).toEqual([])
})

test('none of them open none', async () => {
  expect(await open({})).toBeNull()
})

test('one that is missing is named', () => {
  const { KITH_MESH_CA: _, ...given } = variables
  const read = readConfig(given)
  expect(read.ok ? [] : read.problems).toEqual([
    expect.stringMatching(/^Set KITH_MESH_CA as well: KITH_MESH_URL and /),
  ])
})

test('a file that is not there, or empty, is named by its setting', async () => {
  await expect(open({ ...variables, KITH_MESH_KEY: join(folder, 'none') })).rejects.toThrow(
    'KITH_MESH_KEY names a file',
  )
  await expect(open({ ...variables, KITH_MESH_PASSWORD_FILE: file('empty', '\n') })).rejects.toThrow(
    'KITH_MESH_PASSWORD_FILE names a file',
  )
})

test('a demonstration speaks to a trial of MESH on this machine and to no other', async () => {
  expect(await open(variables, true)).not.toBeNull()
  expect(await open({ ...variables, KITH_MESH_URL: 'https://mesh.example' }, true)).toBeNull()
  expect(lines.join('')).toContain('children of a demonstration are never told to the NHS')
})
