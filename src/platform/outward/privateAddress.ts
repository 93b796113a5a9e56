import { BlockList, isIP } from 'node:net'

// Two lists: one would hold every address of version 4 as one of version 6 that is written so (::ffff:0:0/96).
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.ipv4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.ipv6.addSubnet(net, bits, 'ipv6')

/** Whether an address is one of this machine or of a network that is nobody's on the internet (RFC 6890). */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return closed[version].check(address, version)
}
