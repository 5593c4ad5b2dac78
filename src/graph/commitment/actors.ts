import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { CommitmentActor } from '../../model/commitment-actor.js';
import { Department } from '../../model/department.js';
import { PartnerOrganization } from '../../model/partner-organization.js';
import type { Batch, Loading } from '../loading/loading.js';
import { grouped, keepRows } from '../loading/rows.js';

/** The parts that organizations have in commitments now, with the organizations, in the order stated. */
export const actorsOfCommitment = actorsWhere({ endedOn: IsNull() });

/** The same, with the parts that have ended. */
export const everyActorOfCommitment = actorsWhere({});

function actorsWhere(where: FindOptionsWhere<CommitmentActor>): Batch<number, readonly CommitmentActor[]> {
  return async (loading, keys) => {
    const rows = await loading.database.find(CommitmentActor, {
      where: { ...where, commitmentKey: In([...keys]) },
      order: { statedBy: 'DESC', role: 'ASC', position: 'ASC', key: 'ASC' },
      relations: { department: true, partner: true },
    });
    keepOrganizations(loading, rows);
    return grouped(keys, rows, (row) => row.commitmentKey);
  };
}

function keepOrganizations(loading: Loading, actors: readonly CommitmentActor[]): void {
  keepRows(
    loading,
    Department,
    actors.flatMap(({ department }) => department ?? []),
  );
  keepRows(
    loading,
    PartnerOrganization,
    actors.flatMap(({ partner }) => partner ?? []),
  );
}
