import { readdir } from 'node:fs/promises';
import { DataFolder } from '../commands/data-folder.js';
import { HubProcess } from '../commands/hub-process.js';
import { ServingHub } from '../commands/serving-hub.js';

let folder: DataFolder;

beforeEach(async () => {
  folder = await DataFolder.make();
});

afterEach(() => folder.remove());

describe('a hub that serves', () => {
  it('accepts tokens that were signed before it made its database in the same folder, and after', async () => {
    const env = { HUB_DATA_DIR: folder.path };
    const before = await signed(env);
    expect(await readdir(folder.path)).toEqual(['token-key.json']);
    const hub = await ServingHub.start({ env });
    const after = await signed(env);
    const viewers = await Promise.all([before, after].map((token) => viewer(hub, token)));
    expect(viewers).toEqual(viewers.map(() => ({ departments: [{ code: 'tbs' }] })));
    const { code, stdout, stderr } = await hub.stop();
    expect(code).toBe(0);
    for (const token of [before, after]) expect(stdout + stderr).not.toContain(token);
  });

  it('makes the key when it starts', async () => {
    const hub = await ServingHub.start({ env: { HUB_DATA_DIR: folder.path } });
    expect(await readdir(folder.path)).toContain('token-key.json');
    await hub.stop();
  });
});

async function signed(env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await new HubProcess('token --role reporter --department tbs', { env }).ended;
  return stdout.trim();
}

async function viewer(hub: ServingHub, token: string): Promise<unknown> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { departments { code } } }' }),
  });
  return ((await response.json()) as { data: { viewer: unknown } }).data.viewer;
}
