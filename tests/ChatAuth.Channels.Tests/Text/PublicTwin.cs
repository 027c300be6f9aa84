using ChatAuth.Core.Commands;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>A reply as a handler would make it for everybody: labels in place of ids, and no account to type.</summary>
internal static class PublicTwin
{
    public static CommandReply Of(CommandReply reply)
    {
        CommandReply twin = reply switch
        {
            CommandReply.Picker picker => picker with { Rows = [.. picker.Rows.Select(row => row with { Accounts = Of(row.Accounts), NotOfferedTo = [.. row.NotOfferedTo.Select(Of)] })] },
            CommandReply.AccountPicker picker => picker with { Accounts = Of(picker.Accounts) },
            CommandReply.Status status => status with
            {
                NotOfferedTo = [.. status.NotOfferedTo.Select(Of)], Resolution = Of(status.Resolution), Endpoint = null, LastServed = status.LastServed is { } last ? last with { Profile = Of(last.Profile) } : null,
            },
            CommandReply.Why why => new CommandReply.Why(Of(why.Resolution)),
            CommandReply.ChoiceChanged changed => changed with { Resolution = Of(changed.Resolution) },
            CommandReply.DryRun dryRun => dryRun with { Resolution = Of(dryRun.Resolution) },
            CommandReply.History history => new CommandReply.History(
                [.. history.Entries.Select(entry => entry with { Pins = Of(entry.Pins), By = entry.By is null or "you" ? entry.By : "somebody" })]),
            CommandReply.Tested tested => tested with { Profile = Of(tested.Profile) },
            CommandReply.Cleared cleared => cleared with { Profile = Of(cleared.Profile), Resolution = Of(cleared.Resolution) },
            CommandReply.Consented consented => consented with { Profile = Of(consented.Profile) },
            CommandReply.Failed failed => failed with
            {
                Works = [.. failed.Works.Where(works => !works.Contains('@'))],
                Profile = failed.Profile is { } profile ? Of(profile) : null,
                Resting = Of(failed.Resting),
                From = failed.From is { } from ? Of(from) : null,
            },
            _ => reply,
        };
        return twin with
        {
            Visibility = Visibility.Public,
            At = reply.At,
            Session = Of(reply.Session),
            Notices = [.. reply.Notices.Select(notice => notice is Notice.ChoiceEnded ended ? new Notice.ChoiceEnded(Of(ended.Session)!) : notice)],
            Actions = [.. reply.Actions.Select(action => action with
            {
                Typed = action.Typed?.Contains('@') == true ? null : action.Typed, Shown = action.Shown is { } shown ? Of(shown) : null,
            })],
        };
    }

    private static ShownProfile Of(ShownProfile profile) =>
        profile with { Name = profile == Personal ? "a private account" : $"Ann's {profile.Name[(profile.Name.IndexOf(':') + 1)..]}" };

    private static IReadOnlyList<ShownCandidate> Of(IReadOnlyList<ShownCandidate> candidates) =>
        [.. candidates.Select(candidate => candidate with { Profile = Of(candidate.Profile), Source = null })];

    private static ShownResolution Of(ShownResolution resolution) =>
        resolution with { Candidates = Of(resolution.Candidates), Next = resolution.Next is { } next ? Of(next) : null };

    private static IReadOnlyList<ShownPin> Of(IReadOnlyList<ShownPin> pins) =>
        [.. pins.Select(pin => pin with { Profile = pin.Profile is { } profile ? Of(profile) : null })];

    private static ShownSession? Of(ShownSession? session) => session is null ? null : session with { Pins = Of(session.Pins) };
}
