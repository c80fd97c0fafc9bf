import { type ActionNode, type FlowModel, fitting, member, textOf } from '../../flow';

/** The actions of a flow whose text is as an expectation has it, where no variable stands in between; at most ten. */
export function actionsSaying(expected: string, model: FlowModel): readonly ActionNode[] {
  const fits = fitting(expected);
  const says = (action: ActionNode) => {
    const text = speechOf(action);
    return text !== undefined && fits(text);
  };
  return expected === '' ? [] : model.actions.filter(says).slice(0, 10);
}

/** What an action speaks, variables as they are written. */
export function speechOf(action: ActionNode): string | undefined {
  return action.type === 'talk' ? textOf(member(action.option, 'text')) : undefined;
}
