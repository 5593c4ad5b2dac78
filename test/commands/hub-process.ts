import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run a command of the hub. */
export interface HubSettings {
  /** Environment beside what every process needs; `PORT` is any free one unless set. */
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout to run; default: this one, as it was built. */
  readonly root?: string;
  /** The account to run as; default: the one of the tests. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Whether to run it below a shell that waits for it, as npm does. */
  readonly shell?: boolean;
}

const started: ChildProcess[] = [];

// A test that failed must not leave a hub running.
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** A command of the built hub, in a process of its own. */
export class HubProcess {
  readonly #child: ChildProcess;
  #stdout = '';
  #stderr = '';
  /** When it has ended and everything it wrote is read. */
  readonly ended: Promise<Ended>;

  constructor(command: string, { env = {}, root = projectRoot, account, shell = false }: HubSettings = {}) {
    const { PATH, LANG, SystemRoot } = process.env;
    const words = [process.execPath, join(root, 'dist', 'src', 'main.js'), ...command.split(' ')];
    // With a second command a shell cannot become the first one.
    const [program = '', ...rest] = shell ? ['sh', '-c', '"$@"; exit $?', 'sh', ...words] : words;
    this.#child = spawn(program, rest, {
      cwd: root,
      // Nothing of the tests' own environment, which may hold settings of a hub.
      env: { PATH, LANG, SystemRoot, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...account,
    });
    started.push(this.#child);
    this.#child.stdout?.on('data', (text) => {
      this.#stdout += text;
    });
    this.#child.stderr?.on('data', (text) => {
      this.#stderr += text;
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (code, signal) =>
        resolve({ code, signal, stdout: this.#stdout, stderr: this.#stderr }),
      );
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get runs(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits until it has written what a pattern describes. @returns the match. */
  async written(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#stdout) ?? pattern.exec(this.#stderr);
      if (match) return match;
      const more = new Promise((resolve) => {
        this.#child.stdout?.once('data', resolve);
        this.#child.stderr?.once('data', resolve);
      });
      const ended = await Promise.race([more.then(() => null), this.ended]);
      if (ended) throw new Error(`the hub ended with ${ended.code ?? ended.signal}: ${ended.stderr}`);
    }
  }
}
