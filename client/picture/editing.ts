import * as vscode from 'vscode';
import type { PictureFinding } from '../../flow';
import type { QuickFixes } from '../quickFixes';
import { notify } from '../ui/notify';
import { answerQuestions } from './answerQuestions';
import { askMissing } from './askMissing';
import { canEdit } from './canEdit';
import { chosenAfter } from './chosenAfter';
import { actionOf, type Drawn } from './drawn';
import { type Asked, editsFor } from './editsFor';
import { fixesOf } from './fixes';
import type { FollowedText } from './followText';
import type { FromPage, PictureEdit } from './pictureProtocol';
import type { Versions } from './versions';

/** What changes of a picture need. */
export interface EditingSite {
  readonly text: FollowedText;
  readonly drawn: () => Drawn;
  readonly versions: Versions;
  /** Draws what was changed in the text since. */
  readonly catchUp: () => Promise<void>;
  /** The findings that a node shows. */
  readonly findingsAbout: (key: string) => readonly PictureFinding[];
  /** Chooses the action at an offset of the text, as soon as it is drawn. */
  readonly chooseAt: (offset: number | undefined) => void;
  readonly fixes: () => Promise<QuickFixes>;
  readonly newId: () => string;
}

/** Changes of a picture as changes of its text. A version is the number of the picture in which something was asked. */
export interface Editing {
  edit(asked: PictureEdit, version: number | undefined): Promise<void>;
  /** Applies a quick fix. */
  fix(asked: Extract<FromPage, { type: 'fix' }>): Promise<void>;
}

const changedMeanwhile = 'The text was changed meanwhile. This change was not made.';

export function createEditing(site: EditingSite): Editing {
  const { text, drawn, versions, catchUp } = site;
  const mayEdit = async () => {
    const document = await text.open();
    if (document && canEdit(document)) return true;
    const why = document ? 'This file is read-only.' : 'The file of this flow no longer exists.';
    void notify('information', `${why} The flow is unchanged.`);
    return false;
  };
  /** One change of the text, and so one step of the editor's own undo. */
  const apply = async ({ edits, chosen }: Asked, moved: string): Promise<unknown> => {
    if (!edits || edits.length === 0)
      return notify('information', 'This change is not possible here. The flow is unchanged.');
    const document = await text.open();
    if (!document) return mayEdit();
    const { model } = drawn();
    // The edits are for the drawn text. In another text they would change other places.
    if (model.text !== document.getText()) return notify('information', changedMeanwhile);
    const change = new vscode.WorkspaceEdit();
    for (const { offset, end, text: put } of edits) {
      const range = new vscode.Range(document.positionAt(offset), document.positionAt(end));
      change.replace(document.uri, range, put);
    }
    if (chosen) site.chooseAt(chosenAfter(model, edits, chosen, actionOf(drawn(), moved)));
    await vscode.workspace.applyEdit(change);
  };
  return {
    async edit(asked, version) {
      if (!(await mayEdit())) return;
      await catchUp();
      const change = versions.renew(asked, version);
      // It is about an action that no longer exists, as when a key is pressed twice.
      if (!change) return;
      const ask = (lacking: typeof change) => askMissing(lacking, text.document(), drawn());
      const answered = await answerQuestions(change, { ask, catchUp, versions });
      if (!answered) return;
      if (answered === 'gone') return void notify('information', changedMeanwhile);
      const edits = editsFor(answered, drawn(), site.newId);
      if (edits) await apply(edits, 'node' in answered ? answered.node : '');
    },
    async fix(asked) {
      if (!(await mayEdit())) return;
      await catchUp();
      const { key, message, title } = versions.renew(asked, asked.version) ?? {};
      if (key === undefined) return;
      const finding = site.findingsAbout(key).find((finding) => finding.message === message);
      if (!finding) return;
      const fixes = await site.fixes();
      const document = text.document();
      const { version } = document;
      const chosen = (await fixesOf(fixes, document, finding)).find((fix) => fix.title === title);
      if (!chosen) return;
      // The edits of the fix are for the text of before.
      if (document.version !== version) return void notify('information', changedMeanwhile);
      await fixes.apply(document, chosen);
    },
  };
}
