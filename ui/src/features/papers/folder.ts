/** The folder that papers went to last, as long as the window is open. */
let last = "";

export const lastFolder = () => last;
export const keepFolder = (folder: string) => {
  last = folder;
};
