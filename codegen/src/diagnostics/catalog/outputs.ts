/** Output folders. */
export const outputs = {
  SC2001: {
    title: "file system error",
    explanation: "The operating system does not allow a file or folder to be read or written.",
    hint: "The message states the path and the reason.",
  },
  SC2002: {
    title: "file in the way",
    explanation:
      "A file that was not generated would be overwritten. Nothing was written, in any folder.",
    hint: "Move the file away, choose another folder, or overwrite it with --force.",
  },
  SC2003: {
    title: "file or folder in the way",
    explanation: "There is a folder where a file would be written, or a file in place of a folder.",
    hint: "Move it away, or choose another folder.",
  },
  SC2004: {
    title: "symbolic link in the way",
    explanation:
      "Files are not written through symbolic links, which could lead out of the output folder.",
    hint: "Replace the link with a file or folder, or choose another folder.",
  },
  SC2005: {
    title: "another run is writing",
    explanation: "Only one run at a time can write to a folder. The other run did not end in time.",
    hint: "Run the command again when the other one is done.",
  },
  SC2006: {
    title: "another run took over",
    explanation:
      "This run did not write for so long, for example because the computer was suspended, that another run took over the folder.",
    hint: "Run the command again.",
  },
  SC2007: {
    title: "file was not deleted",
    explanation:
      "A file of an earlier run is no longer generated, but its header is missing, so it may have been edited.",
    hint: "Delete the file if you do not need it.",
  },
  SC2008: {
    title: "output is out of date",
    explanation: "The output differs from what the model and the options generate.",
    hint: "Run the command that the message states, and commit the result.",
  },
} as const;
