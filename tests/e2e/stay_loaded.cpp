// Linked into the program in sanitized builds alone: libraries stay loaded to the end. Mesa keeps a
// little memory in its globals; once it is unloaded the leak checker can neither see them nor tell
// whose memory it was, so that no suppression could name it.
extern "C" int dlclose(void* library);
extern "C" int dlclose(void* /*library*/) { return 0; }
