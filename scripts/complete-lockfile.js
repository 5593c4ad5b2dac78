// Some registry mirrors hold the packages of some platforms only. npm then leaves the others out of the lockfile, and
// `npm ci` refuses it. This adds what is missing, so that the lockfile serves on every platform. Run it after
// `npm install` behind such a mirror.
import { readFile, writeFile } from 'node:fs/promises';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    const os = systems.filter((system) => name.includes(`-${system}`) || name.includes(`/${system}`));
    const cpu = processors.filter((processor) => name.split('-').includes(processor)).slice(0, 1);
    // What names no platform is an ordinary package, and an exact version is needed to name it here.
    if (lock.packages[path] || os.length === 0 || !/^\d/.test(version)) continue;
    lock.packages[path] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(parent.dev && { dev: true }),
      ...(name.endsWith('musl') && { libc: ['musl'] }),
      ...(name.endsWith('-gnu') && { libc: ['glibc'] }),
      optional: true,
      os,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
);
await writeFile('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
