using ChatAuth.Core.Access;

namespace ChatAuth.Core.Sessions;

/// <summary>One recorded change of a conversation's choice.</summary>
/// <param name="Id">Its number; 0 before it is saved.</param>
/// <param name="Session">Which conversation.</param>
/// <param name="At">When.</param>
/// <param name="Event">What happened, in kebab case, such as <c>profile-pinned</c>.</param>
/// <param name="By">The person; null when nobody chose it: the end of a pin, the host, a pin that broke or mended.</param>
/// <param name="Cause">The message or tap that chose it; null when there was none.</param>
/// <param name="Before">The choice before.</param>
/// <param name="After">The choice after.</param>
/// <param name="Undoes">The entry that this one took back; null when it is no undo.</param>
public sealed record HistoryEntry(
    long Id, SessionKey Session, DateTimeOffset At, string Event, Person? By, ChangeCause? Cause,
    Choice Before, Choice After, long? Undoes = null);
