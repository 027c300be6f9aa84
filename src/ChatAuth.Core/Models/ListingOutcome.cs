using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>What came of asking a vendor which models a credential may use.</summary>
/// <param name="Profile">Whose credential it was.</param>
/// <param name="Failure">Why there is no list; null when there is one.</param>
/// <param name="Count">How many models it has.</param>
/// <param name="Dropped">How many entries of the vendor's list were no models with an id of ours.</param>
/// <param name="IsCut">The vendor's list was longer than what is read.</param>
public sealed record ListingOutcome(AuthProfile Profile, ErrorCode? Failure, int Count = 0, int Dropped = 0, bool IsCut = false);
