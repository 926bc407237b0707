/**
 * What `npm ci` says last on a Node that some tools find too old: npm compares their `engines` with the Node that it
 * runs on, and has no setting for another. The scripts of this project run on the Node that is installed as a
 * dependency, so these warnings say nothing here.
 */
const [, installing = "0"] = /node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? "") ?? [];

if (Number(installing) < 22)
  console.log(
    `EBADENGINE warnings are expected with Node ${installing}: some tools want Node 22, and every npm script here runs on Node ${process.versions.node}, which was just installed.`,
  );
