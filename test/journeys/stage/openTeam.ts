import type { AddressInfo } from 'node:net'
import type { Actor } from '#platform/db'
import type { ServedFiles } from '#platform/files'
import { type TestRecord, testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testNews, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { eicarChecker } from '../../../src/main/demo-scanner/eicarChecker.ts'
import { registerModules, serviceModules } from '../../../src/main/modules.ts'
import { startBrowser } from './startBrowser.ts'
import { type Visitor, visit, type Way } from './visitor.ts'

/** A record without a county around it, served to a real browser: quicker to make than one. */
export type Team = {
  readonly record: TestRecord
  readonly files: ServedFiles
  readonly origin: string
  /** Opens a browser signed in as the worker. */
  visitAs(worker: Actor, way?: Pick<Way, 'javaScript'>): Promise<Visitor>
}

/** Makes an empty record, serves it and starts the browser; everything ends with the file's tests. */
export async function openTeam(): Promise<Team> {
  registerModules()
  const [browser, record] = await Promise.all([startBrowser(), testRecord()])
  const files = testFiles({ scannerName: eicarChecker.name })
  const authorities = new Map([
    ['localhost', testAuthority(record.database, { files, news: testNews(record.serveUrl) })],
  ])
  const server = await testServer(record.database, serviceModules, { authorities })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo // an object for a server that listens on TCP
  const origin = `http://localhost:${port}`
  return {
    record,
    files,
    origin,
    async visitAs({ id }, way) {
      const visitor = await visit({ browser, origin }, way)
      const [name = '', ...value] = (await signInAs(server, id)).cookie.split('=')
      await visitor.page.context().addCookies([{ name, value: value.join('='), url: origin }])
      return visitor
    },
  }
}
